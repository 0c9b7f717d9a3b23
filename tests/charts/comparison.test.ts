import { readFileSync } from "node:fs";
import { join } from "node:path";
import { comparisonModel, standaloneSvg, type ComparisonMessages } from "@yeelen/charts/matrix/comparison";
import { toSvg, type Messages } from "@yeelen/charts";
import { figureTree } from "@yeelen/charts/matrix/comparison";
import type { Comparison } from "@yeelen/dataset";
import { comparisonReasons } from "@yeelen/query/views";
import { describe, expect, test } from "vitest";
import { comparable, comparisonCases } from "../../stories/cases/comparison.ts";
import { indicators } from "../dashboard/language/english-texts.ts";

const comparison = comparisonCases[0]?.comparison as Comparison;
const read = <T>(...path: string[]) =>
  JSON.parse(readFileSync(join("packages/charts/src/messages", ...path), "utf8")) as T;
const languages = ["fr", "es", "pt", "ar", "ru", "uk"];
const spoken = (language: string) => ({
  messages: read<Messages>(`${language}.json`),
  said: read<ComparisonMessages>("comparison", `${language}.json`),
});

test("comparisonModel(comparison) says first among its notes, and in its description, what forbids to compare", () => {
  const model = comparisonModel(comparison);
  const refused =
    "Recorded offences of smuggling of migrants must not be compared with Persons prosecuted for trafficking in persons and Persons convicted of trafficking in persons. They count two different crimes, each defined in a Protocol of its own.";
  expect(model.notes[0]).toBe(refused);
  expect(model.description).toContain(refused);
  expect(toSvg(figureTree(model))).toContain(refused);
  const { description } = model;
  for (const broken of ["Persons prosecuted for trafficking in persons, Pakistan: figures from 2019 on"])
    expect(description).toContain(broken);
  expect(
    standaloneSvg(model)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  ).toContain("must not be compared");
});

test("comparisonModel(comparison) refuses a comparison whose warnings were taken away", () => {
  const stripped = { ...comparison, warnings: [] };
  expect(() => comparisonModel(stripped)).toThrow(
    "comparison without its warnings: prosecuted beside smuggling-offences; make it with compareAnswers",
  );
});

test("comparisonModel(comparison) warns of nothing but the break where the indicators compare", () => {
  expect(comparable.warnings.map(({ code, area }) => [code, area])).toEqual([
    ["break", "PAK"],
    ["break", "PAK"],
  ]);
  expect(comparisonModel(comparable).description).not.toContain("must not be compared");
});

test("comparisonModel(comparison) shades each column for itself, and never a suppressed figure", () => {
  const { blocks } = comparisonModel(comparison, { width: 900 });
  const cells = blocks.flatMap((block) => block.cells);
  expect(cells).toHaveLength(21);
  for (const { sign, colour } of cells) expect((sign === null) !== (colour === null)).toBe(true);
  const columns = [...new Set(cells.map(({ x }) => x))];
  expect(columns).toHaveLength(3);
  for (const column of columns)
    expect(cells.filter(({ x }) => x === column).map(({ colour }) => colour)).toContain("ramp-5");
  expect(cells.filter(({ text }) => text === "fewer than 5").map(({ sign }) => sign)).toEqual([
    "hatch",
    "hatch",
  ]);
});

test("comparisonModel(comparison) has the figures and years of its answers in its table", () => {
  const { table } = comparisonModel(comparison);
  const row = table.rows.find(({ name }) => name === "Mali");
  expect(row?.cells.map(({ text }) => text)).toEqual([
    "17",
    "2018",
    "fewer than 5",
    "2018",
    "not reported",
    "",
  ]);
  expect(table.columns).toHaveLength(7);
});

test("comparisonModel(comparison) sets columns below each other on a phone", () => {
  const narrow = comparisonModel(comparison, { width: 300 });
  expect(narrow.blocks.length).toBeGreaterThan(1);
  expect(narrow.blocks.flatMap(({ heads }) => heads)).toHaveLength(3);
});

test("comparisonModel(comparison) refuses warnings in another language than the chart", () => {
  const { messages } = spoken("fr");
  expect(() => comparisonModel(comparison, { messages })).toThrow("languages differ");
});

describe.each(languages)("a comparison in %s", (language) => {
  const { messages, said } = spoken(language);

  test("has every word and reason, as the translations of the catalogue have them", () => {
    const english = read<ComparisonMessages>("comparison", "en.json");
    expect(Object.keys(said.words)).toEqual(Object.keys(english.words));
    for (const [key, text] of Object.entries(english.words)) {
      const holes = (one: string) => [...one.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(holes(said.words[key as keyof typeof said.words]), key).toEqual(holes(text));
    }
    const translations = JSON.parse(
      readFileSync(join("data/translations", `${language}.json`), "utf8"),
    ) as Record<string, string>;
    const reasons = new Set([
      ...Object.values(comparisonReasons),
      ...indicators.flatMap(({ breaks, notComparableWith }) =>
        [...breaks, ...notComparableWith].map(({ reason }) => reason),
      ),
    ]);
    expect(said.reasons).toEqual(
      Object.fromEntries([...reasons].map((reason) => [reason, translations[reason]])),
    );
  });

  test("says its warnings in notes and description, with no English and no hole left", () => {
    const model = comparisonModel(comparison, { messages, said });
    const reason = said.reasons[comparisonReasons["different-crime"]] ?? "?";
    expect(model.notes[0]).toContain(reason);
    expect(model.description).toContain(reason);
    expect(model.description).not.toMatch(/must not|[{}]|undefined/);
    expect(model.locale.slice(0, 2)).toBe(language);
  });
});
