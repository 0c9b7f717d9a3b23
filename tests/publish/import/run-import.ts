import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { Source } from "@yeelen/dataset";
import { utils, write } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { afterAll } from "vitest";
import { run } from "../../../packages/publish/src/cli.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder that is removed after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "yeelen-"));
  folders.push(folder);
  return folder;
}

export interface ImportRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything in the folder that holds the file and the output, by path. */
  readonly files: readonly string[];
  source(): Source;
  rows(table?: string): Record<string, string>[];
  text(name: string): string;
}

/** Writes `content` to a file and runs `yeelen import` on it, as a user would. */
export async function runImport(
  source: string,
  name: string,
  content: string | Uint8Array,
  { release, folder = emptyFolder(), out = "out" }: { release?: string; folder?: string; out?: string } = {},
): Promise<ImportRun> {
  const file = join(folder, "in", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const result = await runYeelen(folder, [
    ...["import", source, join("in", name), "--out", out],
    ...(release === undefined ? [] : ["--release", release]),
  ]);
  const text = (file: string) => readFileSync(join(folder, out, file), "utf8");
  return {
    ...result,
    files: filesIn(folder).filter((path) => path !== join("in", name)),
    source: () => Source.parse(JSON.parse(text("source.json"))),
    rows: (table = "observations.csv") => parse(text(table), { columns: true }),
    text,
  };
}

/** Runs the command with `cwd` as its working directory. */
export async function runYeelen(cwd: string, args: readonly string[]) {
  const written = { stdout: "", stderr: "" };
  const code = await run(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: () => cwd,
    env: {},
  });
  return { code, ...written };
}

/** Every file below a folder, sorted. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Comma-separated text, a header and rows. */
export function csv(header: string, ...rows: readonly string[]): string {
  return [header, ...rows, ""].join("\n");
}

/** An .xlsx workbook with one sheet a list of rows. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}

export const glotipHeader = [
  "Iso3_code",
  "Country",
  "Region",
  "Subregion",
  "Indicator",
  "Dimension",
  "Category",
  "Sex",
  "Age",
  "Year",
  "Unit of measurement",
  "txtVALUE",
  "Source",
] as const;

export interface GlotipRow {
  readonly iso3?: string;
  readonly country?: string;
  readonly indicator?: string;
  readonly dimension?: string;
  readonly category?: string;
  readonly sex?: string;
  readonly age?: string;
  readonly year?: number | string;
  readonly unit?: string;
  readonly value: string | number;
}

/** One row of UNODC's layout; what is left out is Mali's total of detected victims in 2018. */
export function glotipRow(row: GlotipRow): (string | number)[] {
  const { iso3 = "MLI", indicator = "Detected trafficking victims", dimension = "Total" } = row;
  const country = row.country ?? (iso3 === "MLI" ? "Mali" : "");
  const { category = "Total", sex = "Total", age = "Total", year = 2018, unit = "Counts", value } = row;
  return [iso3, country, "", "", indicator, dimension, category, sex, age, year, unit, value, "GLOTIP"];
}

/** A workbook in UNODC's layout of 2025: two stamp rows, then the header. */
export function glotipWorkbook(
  rows: readonly GlotipRow[],
  { stamp = "14/04/2025", header = glotipHeader as readonly string[] } = {},
): Uint8Array {
  const above = stamp === "" ? [] : [["UNODC", ""], [stamp]];
  const index = header.map((name) => (glotipHeader as readonly string[]).indexOf(name));
  const cells = rows.map((row) => index.map((at) => glotipRow(row)[at] ?? ""));
  return workbook({ data_glotip_1: [...above, header, ...cells] });
}
