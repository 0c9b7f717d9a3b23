import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { flowModel, flowTree, type SvgNode } from "@yeelen/charts/flow";
import type { IndicatorQuery, View } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine } from "@yeelen/query";
import { describe, expect, test } from "vitest";
import { languages } from "./languages.ts";

const catalog = await openCatalog(pathToFileURL("data/published/"), {
  fetch: fetchFile,
  engines: [viewsEngine()],
});

const asked = {
  citizensOf: { indicator: "assisted-flows", areas: ["UKR"], period: "latest", by: ["counterpart"] },
  exploitedIn: { indicator: "assisted-flows-into", areas: ["UKR"], period: "latest", by: ["counterpart"] },
  detectedIn: {
    indicator: "victims-by-citizenship",
    areas: ["ZAF"],
    period: [2007, 2022],
    by: ["counterpart"],
  },
} satisfies Record<string, IndicatorQuery>;

async function flowOf(question: IndicatorQuery, messages: (typeof languages)[number][1]) {
  const [answer, about] = [await catalog.query(question), await catalog.about(question.indicator)];
  return flowModel(answer, about, { messages, chosen: "none" });
}

function texts(node: SvgNode): string[] {
  return typeof node === "string" ? [node] : (node[2] ?? []).flatMap(texts);
}

describe.each(languages)("flows in %s", (_, messages) => {
  const ukraine = messages.areas["UKR"] ?? "";

  test("of citizens run from their country to the countries of exploitation: in table, picture, marks and words", async () => {
    const model = await flowOf(asked.citizensOf, messages);
    expect(model.table.rows.length).toBeGreaterThan(3);
    for (const { name } of model.table.rows) expect(name).toBe(ukraine);
    const sides = (side: string) => model.ends.filter((end) => end.side === side);
    expect(sides("origin").map(({ lines }) => lines.join(" "))).toEqual([expect.stringContaining(ukraine)]);
    expect(sides("destination").length).toBe(model.bands.length);
    const [first] = model.table.rows;
    const destination = first?.cells[0]?.text ?? "";
    const route = messages.words.route as string;
    const largest = route.replace("{from}", ukraine).replace("{to}", destination);
    expect(model.points[0]?.label).toBe(largest);
    expect(model.description).toContain(largest);
    expect(texts(flowTree(model)).join(" ")).toContain(destination.split(" ")[0]);
  });

  test("of persons exploited in a country, and of those detected there, run from their citizenship to it", async () => {
    for (const [question, country] of [
      [asked.exploitedIn, ukraine],
      [asked.detectedIn, messages.areas["ZAF"] ?? ""],
    ] as const) {
      const model = await flowOf(question, messages);
      expect(model.table.rows.length).toBeGreaterThan(0);
      for (const { cells } of model.table.rows) expect(cells[0]?.text).toContain(country);
      expect(model.ends.filter(({ side }) => side === "destination")).toHaveLength(1);
    }
  });
});

test("views say which end of a flow a counterpart is, so that elements draw it the same way", () => {
  const view = (indicator: string) =>
    JSON.parse(
      readFileSync(`data/published/ctdc-kanon/2021-07-15/views/${indicator}.counterpart.json`, "utf8"),
    ) as View;
  expect(view("assisted-flows").about.counterpartIs).toBe("destination");
  expect(view("assisted-flows-into").about.counterpartIs).toBeUndefined();
});
