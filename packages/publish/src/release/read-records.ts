import { parse } from "csv-parse/sync";
import { InputError } from "../errors.ts";
import { csvProblem } from "./csv-problem.ts";
import { readText } from "./read-json.ts";

/** Records of a CSV file as columns of text; an empty cell is a blank. `name` is what errors call it. Throws `InputError`. */
export async function readRecords(
  path: string,
  name: string,
): Promise<{ columns: Readonly<Record<string, readonly string[]>>; text: string }> {
  const text = await readText(path, name);
  return { columns: columnsOf(text, name), text };
}

/** The same from the file's text. Messages name lines, never what stands in them. */
export function columnsOf(text: string, name: string): Record<string, string[]> {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new InputError(`${name}: ${csvProblem(cause)}`, { cause });
  }
  const [header = [], ...rows] = lines;
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) throw new InputError(`${name}, row 1: column ${twice} is there twice`);
  return Object.fromEntries(header.map((column, at) => [column, rows.map((row) => row[at] ?? "")]));
}
