import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils, write, type CellObject, type WorkSheet } from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { labelledObservations } from "./csv.ts";
import { describeRelease } from "./description.ts";

/** Above this many rows there is no spreadsheet: it would be written through JavaScript, and no person could read it. */
export const mostSpreadsheetRows = 100_000;

const columns = [
  { title: "Indicator", from: "indicator_label", width: 36 },
  { title: "Country", from: "area_label", width: 16 },
  { title: "Year", from: "period", width: 7 },
  { title: "Sex", from: "sex_label", width: 10 },
  { title: "Age", from: "age_label", width: 17 },
  { title: "Form of exploitation", from: "exploitation_label", width: 22 },
  { title: "Counterpart country", from: "counterpart_label", width: 22 },
  { title: "Value", from: "value", width: 14 },
  { title: "Why there is no value", from: "absence_label", width: 32 },
  { title: "Note", from: "note", width: 30 },
  { title: "Indicator code", from: "indicator", width: 22 },
  { title: "Country code", from: "area", width: 12 },
] as const;

/**
 * `observations.xlsx`: a sheet of figures and a sheet of notes, for people. A suppressed figure is its published range as
 * text, never a number; every text is stored as text and one that looks like a formula has an apostrophe in front.
 */
export async function writeXlsx(content: ReleaseContent): Promise<WrittenFile[]> {
  if (content.rows > mostSpreadsheetRows) return [];
  const path = "observations.xlsx";
  const book = utils.book_new();
  utils.book_append_sheet(book, await figuresSheet(content), "Figures");
  utils.book_append_sheet(book, notesSheet(content), "Notes");
  const bytes = write(book, { type: "buffer", bookType: "xlsx", bookSST: true }) as Uint8Array;
  await writeFile(join(content.folder, path), packed(bytes));
  return [{ path, mediaType: mediaTypes.xlsx }];
}

/** The same archive, well compressed, every part dated 1 January 1980: the writer leaves a month 0 there. */
function packed(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { level: 9, mtime: new Date(1980, 0, 1) });
}

async function figuresSheet({ store }: ReleaseContent): Promise<WorkSheet> {
  const rows = await store.rows<Record<string, string | number | null>>(labelledObservations());
  const cells = [columns.map(({ title }) => text(title)), ...rows.map(figureRow)];
  return {
    ...sheet(cells),
    "!cols": columns.map(({ width }) => ({ wch: width })),
    "!autofilter": {
      ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } }),
    },
  };
}

function figureRow(row: Record<string, string | number | null>): (CellObject | undefined)[] {
  return columns.map(({ from }) => {
    const content = row[from];
    if (from === "value") return valueCell(row);
    if (content === null || content === undefined) return undefined;
    return typeof content === "number" ? { t: "n", v: content } : text(content);
  });
}

function valueCell(row: Record<string, string | number | null>): CellObject | undefined {
  if (row["value"] !== null) return { t: "n", v: Number(row["value"]) };
  if (row["low"] !== null && row["high"] !== null) return text(`${row["low"]} to ${row["high"]}`);
  return undefined;
}

function notesSheet(content: ReleaseContent): WorkSheet {
  const { manifest } = content;
  const lines: string[][] = [
    ["Dataset", manifest.title],
    ["Release", `${manifest.dataset}/${manifest.release}`],
    ["What it is", describeRelease(content)],
    ["Protection", manifest.protection.statement],
    [
      "Ranges",
      "A value such as “0 to 4” is a range that a suppressed figure was published as. It is not a number and must not be added up.",
    ],
    ["Empty values", "A figure that is missing says why in the next column. An empty cell is not a zero."],
    [],
    ...manifest.sources.flatMap((source) => [
      ["Source", `${source.publisher}, ${source.title}, release ${source.release}`],
      ["Licence", source.licence],
      ["Address", source.url],
      ...source.remarks.map((remark) => ["Remark", remark]),
    ]),
    [],
    ...manifest.indicators.flatMap((indicator) => [
      ["Indicator", indicator.title],
      ["Definition", indicator.definition],
      ["Counted by", indicator.countedBy],
      ["Unit", indicator.unit.other],
      ...indicator.caveats.map((caveat) => ["Caveat", caveat]),
      ...indicator.breaks.map(({ area, period, reason }) => [
        "Break in the series",
        `${area}, ${period}: ${reason}`,
      ]),
      ...indicator.notComparableWith.map((other) => [
        "Not comparable with",
        `${other.indicator}: ${other.reason}`,
      ]),
      [],
    ]),
  ];
  return { ...sheet(lines.map((line) => line.map(text))), "!cols": [{ wch: 22 }, { wch: 120 }] };
}

function sheet(rows: readonly (readonly (CellObject | undefined)[])[]): WorkSheet {
  const cells: WorkSheet = {};
  let width = 1;
  rows.forEach((row, r) => {
    width = Math.max(width, row.length);
    row.forEach((cell, c) => {
      if (cell) cells[utils.encode_cell({ r, c })] = cell;
    });
  });
  cells["!ref"] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(rows.length, 1) - 1, c: width - 1 },
  });
  return cells;
}

function text(content: string): CellObject {
  return { t: "s", v: /^[=+@\t\r-]/.test(content) ? `'${content}` : content };
}
