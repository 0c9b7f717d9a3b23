import type { About, AnswerRow } from "@yeelen/dataset/plain";
import en from "../../../packages/dashboard/src/messages/en.json" with { type: "json" };
import { teller } from "../../../packages/dashboard/src/lib/language/teller.ts";
import type { Asked } from "../../../packages/dashboard/src/lib/story/told.ts";

export const english = teller(
  en,
  { tag: "en", name: "English", dir: "ltr", locale: "en-GB" },
  {
    names: { areas: { MLI: "Mali", LAO: "Lao PDR" }, indicators: {} },
    alpha2: (code) => ({ NGA: "NG", RUS: "RU", UZB: "UZ" })[code],
  },
);

/** A row from a short form: a number, `<5`, or nothing for a year that was not reported. */
export function row(period: number, cell: number | "<5" | null, more: Partial<AnswerRow> = {}): AnswerRow {
  const known = typeof cell === "number";
  const hidden = cell === "<5";
  return {
    area: "MLI",
    period,
    ...more,
    value: known ? cell : null,
    low: known ? cell : hidden ? 0 : null,
    high: known ? cell : hidden ? 4 : null,
    absence: more.absence ?? (known ? null : hidden ? "suppressed" : "not-reported"),
  };
}

export function asked(
  rows: readonly AnswerRow[],
  about: Partial<About> = {},
  indicator = "victims-detected",
): Asked {
  const periods = rows.map(({ period }) => period);
  const period: [number, number] = [Math.min(...periods), Math.max(...periods)];
  return {
    answer: {
      query: { indicator, areas: ["MLI"], period },
      columns: [],
      rows,
      notes: [],
      provenance: { dataset: "", release: "", manifest: "", files: [], engine: "", sql: "", sources: [] },
      digest: "",
    },
    about: {
      title: "Detected victims of trafficking in persons",
      subject: "trafficking",
      definition: "",
      unit: { id: "detected-victims", one: "detected victim", other: "detected victims" },
      measures: ["value"],
      period,
      breaks: [],
      caveats: [],
      protection: "",
      sources: [],
      ...about,
    },
  };
}
