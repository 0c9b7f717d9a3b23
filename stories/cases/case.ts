import type { About, Absence, Answer, AnswerRow, IndicatorQuery } from "@yeelen/dataset/plain";

/** A question, its answer and what stands beside it: a story, a test and an example at once. */
export interface ChartCase<Options = object> {
  readonly name: string;
  /** What to look at. */
  readonly promise: string;
  readonly answer: Answer;
  readonly about: About;
  readonly options?: Options;
}

/**
 * Figures of one series, a token a year: a number, `<` for 0 to 4 suppressed, `.` not reported, `x` contradictory,
 * `c` not collected, `-` not applicable, `p` not due.
 */
export type Figures = string;

const signs: Readonly<Record<string, Absence>> = {
  "<": "suppressed",
  ".": "not-reported",
  x: "conflicting",
  c: "not-collected",
  "-": "not-applicable",
  p: "pending",
};

/** An answer over whole years from one line of figures for each area and combination of codes (`MLI`, `MLI.F`). */
export function answerOf(
  query: IndicatorQuery & { readonly period: [number, number] },
  figures: Readonly<Record<string, Figures>>,
  about: About,
): Answer {
  const by = query.by ?? [];
  const rows = Object.entries(figures).flatMap(([key, line]) => {
    const [area = "", ...codes] = key.split(".");
    const dimensions = Object.fromEntries(by.map((dimension, index) => [dimension, codes[index]]));
    return line
      .trim()
      .split(/\s+/)
      .map((token, index): AnswerRow => ({
        area,
        period: query.period[0] + index,
        ...dimensions,
        ...cell(token),
      }));
  });
  const expected = query.period[1] - query.period[0] + 1;
  if (rows.length !== expected * Object.keys(figures).length)
    throw new Error(
      `figures do not fill the years: expected ${expected} tokens a line in ${JSON.stringify(figures)}`,
    );
  return {
    query,
    columns: [
      { name: "area", role: "dimension" },
      { name: "period", role: "dimension" },
      ...by.map((name) => ({ name, role: "dimension" as const })),
      { name: "value", role: "measure", unit: about.unit.id },
      { name: "low", role: "bound" },
      { name: "high", role: "bound" },
      { name: "absence", role: "absence" },
    ],
    rows,
    notes: about.caveats.map((text) => ({ code: "caveat", text })),
    provenance: {
      dataset: "unodc-glotip",
      release: "2025-04-14",
      manifest: "0".repeat(64),
      files: [],
      engine: "case",
      sql: "",
      sources: about.sources,
    },
    digest: fingerprint(JSON.stringify(rows)),
  };
}

function cell(token: string): Pick<AnswerRow, "value" | "low" | "high" | "absence"> {
  const absence = signs[token];
  if (absence === undefined) {
    const value = Number(token);
    if (!Number.isFinite(value)) throw new Error(`not a figure: ${token}`);
    return { value, low: value, high: value, absence: null };
  }
  return absence === "suppressed"
    ? { value: null, low: 0, high: 4, absence }
    : { value: null, low: null, high: null, absence };
}

/** Tells cases apart; only an engine makes real digests. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0").repeat(8);
}
