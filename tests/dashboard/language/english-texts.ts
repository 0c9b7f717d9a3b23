import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Concept, Indicator, Source } from "@yeelen/dataset";
import { comparisonReasons } from "@yeelen/query/views";
import { parse } from "csv-parse/sync";
import { noteTexts, textsOf } from "../../../packages/dashboard/src/lib/language/catalogue.ts";
import { textsOfSource } from "../../../packages/dashboard/src/lib/language/source-texts.ts";

const data = join(import.meta.dirname, "../../../data");
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(data, ...path), "utf8"));

export const indicators = readdirSync(join(data, "indicators")).map((name) =>
  Indicator.parse(json("indicators", name)),
);
const datasets = readdirSync(join(data, "sources")).map(
  (name) => json("sources", name, "dataset.json") as { title: string; statement: string },
);
const sources = readdirSync(join(data, "sources")).map((name) =>
  Source.parse(json("sources", name, "source.json")),
);
const concepts = Concept.array().parse(json("concepts.json"));
const events: Record<string, string>[] = parse(readFileSync(join(data, "response-events.csv")), {
  columns: true,
});
/** Every English text of the catalogue, of the events and of the notes beside answers. */
export const englishTexts = new Set([
  ...indicators.flatMap(textsOf),
  ...sources.flatMap(textsOfSource),
  ...datasets.flatMap(({ title, statement }) => [title, statement]),
  ...concepts.flatMap(({ title, definition, protocol, article, laws }) => [
    title,
    protocol,
    article,
    ...definition,
    ...laws.map((law) => law.title),
  ]),
  ...events.flatMap(({ title = "", detail = "", record = "" }) => [title, detail, record].filter(Boolean)),
  ...noteTexts,
  ...Object.values(comparisonReasons),
]);
