import { chartStyles, lineModel, figureTree, toDom, toSvg } from "@yeelen/charts/line";
import { afterEach, beforeAll, expect, test } from "vitest";
import { allCases } from "../../stories/cases/all.ts";
import { lineCases } from "../../stories/cases/line.ts";
import { faces, loadFaces } from "./faces.ts";

beforeAll(loadFaces);

function caseOf(name: string) {
  const found = lineCases.find((one) => one.name === name);
  if (!found) throw new Error(`no case: ${name}`);
  return figureTree(lineModel(found.answer, found.about, { ...found.options, width: 480 }));
}

afterEach(() => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});

test.each(lineCases.map(({ name }) => name))(
  "toDom(%s) makes the elements that its markup stands for",
  (name) => {
    const tree = caseOf(name);
    const made = toDom(tree, document);
    const parsed = new DOMParser().parseFromString(toSvg(tree), "text/html").body.firstElementChild;
    made.normalize();
    expect(made.isEqualNode(parsed)).toBe(true);
    expect(made.querySelector("svg path")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
  },
);

test("toDom(figure) runs nothing that its data holds", () => {
  const figure = toDom(caseOf("hostile-names"), document);
  document.body.append(figure);
  expect(figure.querySelectorAll("script, img, [onload], [onerror]")).toHaveLength(0);
  for (const link of figure.querySelectorAll("a")) expect(link.protocol).toMatch(/^https?:$/);
});

test("chartStyles recolours marks by theme, and each can be set by the page", () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chartStyles);
  document.adoptedStyleSheets = [sheet];
  const figure = toDom(caseOf("one-series"), document) as HTMLElement;
  document.body.append(figure);
  const line = figure.querySelector(".yeelen-stroke-accent");
  const strokeIn = (theme: string) => {
    figure.dataset["theme"] = theme;
    return line ? getComputedStyle(line).stroke : "";
  };
  expect(strokeIn("light")).toBe("rgb(168, 84, 0)");
  expect(strokeIn("dark")).toBe("rgb(242, 165, 65)");
  figure.style.setProperty("--yeelen-accent", "rgb(1, 2, 3)");
  expect(strokeIn("light")).toBe("rgb(1, 2, 3)");
});

const roomy = allCases.filter(({ name }) => name !== "hostile-names");

test.each(roomy.map((one) => [`${one.kind}/${one.name}`, one] as const))(
  "%s: in a narrow, a usual and a wide face no text leaves the picture and none covers another",
  (_, { draw }) => {
    for (const width of [320, 640, 1200]) {
      const picture = toDom(draw({ width }).picture, document) as SVGElement;
      document.body.replaceChildren(picture);
      for (const [name, face] of Object.entries(faces)) {
        picture.style.fontFamily = `"${face}"`;
        expect.soft(crowded(picture), `${name}, ${width} pixels`).toEqual([]);
      }
    }
  },
);

/** Texts of a picture that leave it, or that cover another, as this browser measures them. */
function crowded(picture: Element): string[] {
  const frame = picture.getBoundingClientRect();
  const texts = [...picture.querySelectorAll("text:not([aria-hidden])")].map((text) => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
  }));
  return texts.flatMap(({ text, box }, index) => {
    const outside = [
      ["right", box.right - frame.right],
      ["left", frame.left - box.left],
      ["bottom", box.bottom - frame.bottom],
    ] as const;
    const across = (other: DOMRect) =>
      Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
      Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 5;
    return [
      ...outside.filter(([, by]) => by > 4).map(([side, by]) => `${text}: ${by.toFixed(1)} px out ${side}`),
      ...texts
        .slice(index + 1)
        .filter(({ box: other }) => across(other))
        .map((other) => `${text} over ${other.text}`),
    ];
  });
}
