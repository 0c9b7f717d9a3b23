import {
  cautionsOf,
  warningsAmong,
  type CautionWords,
  type SheetCaution,
  type SheetWarning,
} from "../story/sheet.ts";
import type { Sheet } from "./sheet-address.ts";

interface FileColumn {
  readonly id: string;
  readonly title: string;
  readonly release: string;
  /** Whose figures they are. */
  readonly source: string;
  readonly cells: Readonly<Record<string, FileCell | undefined>>;
  /** What stands in every cell of a column whose release gives no figure; else an absent one is not reported. */
  readonly missing?: string;
}

interface FileCell {
  readonly value: string | null;
  readonly rate: string | null;
  readonly plain: { readonly value: number | null; readonly rate: number | null };
  readonly year: number | null;
  readonly complete: string;
  readonly recent: string;
}

interface FileArea {
  readonly code: string;
  readonly name: string;
  readonly facts: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
}

/** Everything that stands on the page, as it is held for any sheet. */
export interface SheetContent {
  readonly columns: readonly FileColumn[];
  readonly areas: readonly FileArea[];
  readonly facts: readonly string[];
  readonly warnings: readonly SheetWarning[];
  readonly cautionWords: CautionWords;
  readonly words: Readonly<
    Record<
      | "country"
      | "code"
      | "column"
      | "complete"
      | "recent"
      | "none"
      | "notes"
      | "warning"
      | "source"
      | "address",
      string
    >
  > & {
    /** What a grade says, by what is graded. */
    readonly grades: Readonly<Record<"complete" | "recent", Readonly<Record<string, string>>>>;
  };
}

export type SheetLine = readonly (string | number | null)[];

/**
 * A sheet as a table for programs: exact numbers, a suppressed figure as the words of its range. The last column holds,
 * in every row, what forbids to compare the columns.
 */
export function sheetTable(content: SheetContent, { areas, indicators, as }: Sheet, address: string) {
  const { words } = content;
  const columns = indicators.flatMap((id) => content.columns.find((one) => one.id === id) ?? []);
  const said = sheetCautions(content, indicators).map(({ text }) => text);
  const sources = [...new Set(columns.map(({ source }) => source))].join(" ");
  const names = [
    words.code,
    words.country,
    ...columns.flatMap(({ title, release }) => [
      `${title} (${release})`,
      ...[words.column, words.complete, words.recent].map((name) => `${title}: ${name}`),
    ]),
    ...content.facts,
    words.notes,
    words.source,
    words.address,
    words.warning,
  ];
  const rows = areas.flatMap((code): SheetLine[] => {
    const area = content.areas.find((one) => one.code === code);
    if (!area) return [];
    const cells = columns.flatMap(({ cells: held, missing }) => {
      const cell = held[code];
      const figure = cell?.year ? (cell.plain[as] ?? cell[as]) : (missing ?? words.none);
      const grade = (of: "complete" | "recent") => (cell ? (words.grades[of][cell[of]] ?? cell[of]) : null);
      return [figure ?? words.none, cell?.year ?? null, grade("complete"), grade("recent")];
    });
    const beside = [notesOf(area, indicators), sources, address, said.join(" ") || null];
    return [[code, area.name, ...cells, ...area.facts, ...beside]];
  });
  return { columns: names, rows };
}

/** What forbids to compare the indicators of a sheet, or asks for care. */
export function sheetCautions(
  { columns, warnings, cautionWords }: Pick<SheetContent, "columns" | "warnings" | "cautionWords">,
  indicators: readonly string[],
): SheetCaution[] {
  const titleOf = (id: string) => columns.find((one) => one.id === id)?.title ?? id;
  return cautionsOf(warningsAmong(warnings, indicators), titleOf, cautionWords);
}

/** What must be said of a country beside the indicators that are shown. */
export function notesOf({ notes }: Pick<FileArea, "notes">, indicators: readonly string[]): string {
  return indicators.flatMap((id) => notes[id] ?? []).join(" ");
}
