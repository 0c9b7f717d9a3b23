import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import "@yeelen/widgets/bar";
import "@yeelen/widgets/line";

const countries = { MLI: "Mali", NER: "Niger", SEN: "Senegal" };
const host = document.documentElement.dataset["host"] ?? "";

/** A page whose controls change what its figures ask. */
function Page() {
  const [chosen, choose] = useState("MLI");
  const [seen, look] = useState("");
  const question = {
    src: `${host}data/`,
    indicator: "victims-detected",
    areas: "MLI NER SEN",
    period: "2007..2022",
    chosen,
  };
  const buttons = Object.entries(countries).map(([code, name]) =>
    createElement(
      "button",
      { key: code, "aria-pressed": code === chosen, onClick: () => choose(code) },
      name,
    ),
  );
  return createElement(
    "article",
    null,
    createElement("h1", null, "A figure inside a React page"),
    createElement("p", null, "The buttons belong to the page; the figures follow them."),
    createElement("p", null, ...buttons),
    createElement("yeelen-line", {
      ...question,
      "onyeelen-select": (
        event: CustomEvent<{ point: { label: string; year: string; text: string } | null }>,
      ) => {
        const { point } = event.detail;
        look(point ? `${point.label}, ${point.year}: ${point.text}` : "");
      },
    }),
    createElement("p", { "aria-live": "polite" }, seen || "Point at the figure."),
    createElement("yeelen-bar", { ...question, period: "2022" }),
  );
}

const place = document.querySelector("#page");
if (place) createRoot(place).render(createElement(Page));
