import { csvText, type Answer, type CsvCell } from "@yeelen/dataset/plain";

/** What the columns of a file are called and what codes stand for, in the reader's language. */
export interface FileWords {
  /** Names of columns by their standard ones; `{name}` of a column of codes, and of one of their labels. */
  readonly columns: Readonly<Record<string, string>>;
  readonly code: string;
  readonly label: string;
  /** By column and code. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands in every row of a file, so that a row that is passed on alone can be traced and checked. */
export interface FileOrigin {
  readonly source: string;
  /** `<dataset>/<release>`. */
  readonly release: string;
  /** Where the figures can be checked. */
  readonly address: string;
}

/**
 * Rows as a file for spreadsheets and programs: each column of codes with its labels beside it, empty cells for what is
 * absent, and in every row where the figures come from and can be checked. No comments, so that every program reads it.
 */
export function fileCsv(
  names: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  words: FileWords,
  origin: FileOrigin,
): string {
  const named = (name: string) => words.columns[name] ?? name;
  const coded = (name: string) => words.labels[name] !== undefined;
  const header = names.flatMap((name) =>
    coded(name)
      ? [words.code.replace("{name}", named(name)), words.label.replace("{name}", named(name))]
      : [named(name)],
  );
  const cells = (row: readonly CsvCell[]) =>
    names.flatMap((name, place) => {
      const cell = row[place] ?? null;
      return coded(name)
        ? [cell, cell === null ? null : (words.labels[name]?.[String(cell)] ?? cell)]
        : [cell];
    });
  const traced = ["source", "release", "address"] as const;
  return csvText([
    [...header, ...traced.map(named)],
    ...rows.map((row) => [...cells(row), ...traced.map((one) => origin[one])]),
  ]);
}

/** An answer's rows in that way: its columns in order. */
export function answerCsv(
  { columns, rows }: Pick<Answer, "columns" | "rows">,
  words: FileWords,
  origin: FileOrigin,
): string {
  const names = columns.map(({ name }) => name);
  return fileCsv(
    names,
    rows.map((row) => {
      const cells = new Map<string, CsvCell>(Object.entries(row));
      return names.map((name) => cells.get(name) ?? null);
    }),
    words,
    origin,
  );
}
