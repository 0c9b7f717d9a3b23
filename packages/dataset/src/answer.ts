import { z } from "zod";
import { Absence } from "./absence.ts";
import { IndicatorQuery } from "./indicator-query.ts";
import { Sha256 } from "./manifest.ts";

const Cell = z.union([z.string(), z.number(), z.null()]);

/** One combination asked for. Keys beside the five fixed ones are the dimensions of `by`. */
export const AnswerRow = z
  .object({
    area: z.string(),
    period: z.int(),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    absence: Absence.nullable(),
  })
  .catchall(Cell);
export interface AnswerRow {
  readonly area: string;
  readonly period: number;
  readonly sex?: string;
  readonly age?: string;
  readonly exploitation?: string;
  readonly counterpart?: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: Absence | null;
}

/** What must be said beside the figures. `text` is English; `code` and the other keys let a page say it in its own language. */
export const Note = z.strictObject({
  code: z.enum([
    "withdrawn",
    "superseded",
    "suppression",
    "break",
    "comparability",
    "denominator",
    "conflict",
    "absence",
    "caveat",
    "rank",
  ]),
  text: z.string(),
  area: z.string().optional(),
  period: z.int().optional(),
});
export type Note = z.infer<typeof Note>;

/** Where an answer comes from and how to get it again. */
export const Provenance = z.strictObject({
  dataset: z.string(),
  release: z.string(),
  /** sha256 of the release's manifest. */
  manifest: Sha256,
  files: z.array(z.strictObject({ path: z.string(), sha256: Sha256 })),
  engine: z.string(),
  /** Runs in DuckDB in the release's folder, against its Parquet files, and gives the same rows. */
  sql: z.string(),
  sources: z.array(
    z.strictObject({
      publisher: z.string(),
      title: z.string(),
      release: z.string(),
      licence: z.string(),
      url: z.string(),
    }),
  ),
});
export type Provenance = z.infer<typeof Provenance>;

export const AnswerColumn = z.strictObject({
  name: z.string(),
  role: z.enum(["dimension", "measure", "bound", "absence"]),
  unit: z.string().optional(),
});
export type AnswerColumn = z.infer<typeof AnswerColumn>;

/** Figures with their limits: one row for every combination asked for, the absent ones included. */
export const Answer = z.strictObject({
  query: IndicatorQuery,
  columns: z.array(AnswerColumn),
  rows: z.array(AnswerRow),
  notes: z.array(Note),
  provenance: Provenance,
  /** sha256 of the canonical rows: equal for every engine. */
  digest: Sha256,
});
export interface Answer {
  readonly query: IndicatorQuery;
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
  readonly digest: string;
}

/** What a picture needs of an answer: the question and its rows. */
export type AnsweredRows = Pick<Answer, "query" | "rows">;
