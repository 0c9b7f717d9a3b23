import type { SqlResult } from "@yeelen/query";

/** What a reader must know beside a result. */
export interface SqlCaution {
  /** Functions of the statement that pass over hidden cells without a word, such as `sum()`. */
  readonly skipping: readonly string[];
  /** Whether totals may be added to their own parts. */
  readonly mixing: boolean;
  /** Rows by the reason of their absence, where the result has that column. */
  readonly absences: ReadonlyMap<string, number>;
}

const skipping = /\b(sum|avg|mean|median|total|stddev|quantile|fsum)\s*\(/gi;

/** Reads the statement's words and the result's column `absence`; a statement that takes bounds or counts absences is left in peace. */
export function sqlCaution(sql: string, { columns, rows }: Pick<SqlResult, "columns" | "rows">): SqlCaution {
  const text = sql.replace(/--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''");
  const overFigures = /\b(observations|population)\b/i.test(text);
  const names = [...text.matchAll(skipping)].map(([, name = ""]) => `${name.toLowerCase()}()`);
  const bounded = /\(\s*(?:\w+\.)?low\s*\)/i.test(text) && /\(\s*(?:\w+\.)?high\s*\)/i.test(text);
  const absence = columns.findIndex(({ name }) => name === "absence");
  const absences = new Map<string, number>();
  if (absence >= 0)
    for (const row of rows) {
      const reason = row[absence];
      if (typeof reason === "string") absences.set(reason, (absences.get(reason) ?? 0) + 1);
    }
  return {
    skipping: overFigures && !bounded ? [...new Set(names)] : [],
    mixing: overFigures && names.length > 0,
    absences,
  };
}
