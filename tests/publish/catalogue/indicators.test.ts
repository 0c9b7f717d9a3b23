import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { areas, codeLists, Concept, Indicator, Source } from "@yeelen/dataset";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { crimesNamed, lintText } from "../../../packages/publish/src/catalogue/lint-text.ts";

const data = join(import.meta.dirname, "../../../data");
const json = (path: string): unknown => JSON.parse(readFileSync(join(data, path), "utf8"));
const table = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(data, path)), { columns: true });

const indicators = readdirSync(join(data, "indicators")).map((name) =>
  Indicator.parse(json(`indicators/${name}`)),
);
const ids = indicators.map(({ id }) => id);
const datasets = readdirSync(join(data, "sources"));
const observations = datasets.flatMap((dataset) => table(`sources/${dataset}/observations.csv`));
const concepts = Concept.array().parse(json("concepts.json"));

/** Every sentence of an indicator that a reader may meet. */
function textsOf(indicator: Indicator): string[] {
  const { title, definition, countedBy, unit, caveats, breaks, notComparableWith, updates } = indicator;
  return [
    title,
    definition,
    countedBy,
    unit.one,
    unit.other,
    updates,
    ...caveats,
    ...breaks.map(({ reason }) => reason),
    ...notComparableWith.map(({ reason }) => reason),
  ];
}

describe("the catalogue", () => {
  test("has every indicator of the programme, each with a dataset of its own figures", () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        "victims-detected",
        "victims-by-exploitation",
        "victims-by-citizenship",
        "victims-repatriated",
        "offences-recorded",
        "suspects",
        "prosecuted",
        "convicted",
        "sdg-16-2-2",
        "smuggling-offences",
        "assisted-flows",
        "treaty-status",
        "tip-tier",
        "response-events",
        "route-deaths",
        "population",
      ]),
    );
    for (const { dataset } of indicators) expect(datasets).toContain(dataset);
  });

  test.each(indicators)("$id holds every code and every year that its figures have", (indicator) => {
    const rows = observations.filter((row) => row.indicator === indicator.id);
    if (indicator.measures.length > 0) expect(rows.length).toBeGreaterThan(0);
    const [first, last] = indicator.period;
    for (const row of rows) {
      expect(row.dataset).toBe(indicator.dataset);
      expect(Number(row.period)).toBeGreaterThanOrEqual(first);
      expect(Number(row.period)).toBeLessThanOrEqual(last);
      for (const dimension of ["sex", "age", "exploitation"] as const) {
        const codes = indicator.dimensions.includes(dimension) ? indicator.codes[dimension] : ["T"];
        expect(codes).toContain(row[dimension]);
      }
      if (!indicator.dimensions.includes("counterpart")) expect(row.counterpart).toBe("T");
    }
  });

  test.each(indicators)("$id lists codes in the order of the code lists", (indicator) => {
    for (const dimension of ["sex", "age", "exploitation"] as const) {
      const codes = indicator.codes[dimension];
      if (codes === undefined) continue;
      expect(codes).toEqual(Object.keys(codeLists[dimension]).filter((code) => codes.includes(code)));
    }
  });

  test.each(indicators)("$id says with what it may be compared, and is answered in kind", (indicator) => {
    const comparable = new Set(indicator.comparableWith);
    for (const id of comparable) expect(ids).toContain(id);
    for (const { indicator: other } of indicator.notComparableWith) {
      expect(ids).toContain(other);
      expect(comparable.has(other)).toBe(false);
      const back = indicators
        .find(({ id }) => id === other)
        ?.notComparableWith.map((entry) => entry.indicator);
      expect(back).toContain(indicator.id);
    }
  });

  test("keeps GLOTIP, SDG and assisted persons apart, and each crime from the other", () => {
    const refused = (id: string) =>
      indicators.find((indicator) => indicator.id === id)?.notComparableWith.map((entry) => entry.indicator);
    expect(refused("victims-detected")).toEqual(
      expect.arrayContaining(["sdg-16-2-2", "assisted-flows", "smuggling-offences", "route-deaths"]),
    );
    for (const { id, subject } of indicators)
      if (subject === "trafficking" && id !== "tip-tier" && id !== "response-events")
        expect(refused("smuggling-offences")).toContain(id);
    for (const { subject, comparableWith } of indicators)
      for (const other of comparableWith)
        expect(indicators.find(({ id }) => id === other)?.subject).toBe(subject);
    expect(indicators.find(({ id }) => id === "assisted-flows")?.measures).not.toContain("rate");
  });

  test.each(indicators)(
    "$id has breaks of known areas, within its years, each with a reason",
    (indicator) => {
      for (const { area, period, reason } of indicator.breaks) {
        expect(areas.map(({ code }) => code)).toContain(area);
        expect(period).toBeGreaterThan(indicator.period[0]);
        expect(period).toBeLessThanOrEqual(indicator.period[1]);
        expect(reason.length).toBeGreaterThan(40);
      }
    },
  );

  test("marks Pakistan's series from 2019 on as one of its own", () => {
    for (const id of ["victims-detected", "victims-by-exploitation", "victims-by-citizenship"])
      expect(indicators.find((indicator) => indicator.id === id)?.breaks).toContainEqual(
        expect.objectContaining({ area: "PAK", period: 2019 }),
      );
  });
});

describe("the words", () => {
  test.each(indicators)("$id passes the lint, and names one crime at most", (indicator) => {
    const texts = textsOf(indicator);
    expect(texts.flatMap(lintText)).toEqual([]);
    expect(crimesNamed(texts.join("\n")).length).toBeLessThanOrEqual(1);
    if (indicator.subject !== "context")
      for (const crime of crimesNamed(texts.join("\n"))) expect(crime).toBe(indicator.subject);
  });

  test("concepts, datasets, sources and events pass the lint", () => {
    const texts = [
      ...concepts.flatMap(({ title, definition }) => [title, ...definition]),
      ...datasets.flatMap((dataset) => {
        const { title, statement } = json(`sources/${dataset}/dataset.json`) as Record<string, string>;
        return [
          title ?? "",
          statement ?? "",
          ...Source.parse(json(`sources/${dataset}/source.json`)).remarks,
        ];
      }),
      ...table("response-events.csv").flatMap(({ title, detail }) => [title ?? "", detail ?? ""]),
    ];
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.flatMap(lintText)).toEqual([]);
  });

  test("define each crime apart, from article 3 of its own Protocol, with the laws in the record", () => {
    expect(concepts.map(({ id }) => id)).toEqual(["trafficking", "smuggling"]);
    const laws = table("response-events.csv").filter(({ kind }) => kind === "law");
    for (const { id, title, definition, article, laws: listed } of concepts) {
      expect(crimesNamed([title, ...definition].join(" "))).toEqual([id]);
      expect(article).toBe("article 3");
      expect(listed).toEqual(
        laws
          .filter(({ subject }) => subject === id)
          .map(({ area, title: law, date }) => ({ area, title: law, date })),
      );
    }
  });
});
