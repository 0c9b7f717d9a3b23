import { parse } from "csv-parse/sync";
import { InputError, oneLine } from "../errors.ts";
import { readText } from "./read-json.ts";

/** Records of a CSV file as columns of text; an empty cell is a blank. `name` is what errors call it. Throws `InputError`. */
export async function readRecords(
  path: string,
  name: string,
): Promise<{ columns: Readonly<Record<string, readonly string[]>>; text: string }> {
  const text = await readText(path, name);
  return { columns: columnsOf(text, name), text };
}

function columnsOf(text: string, name: string): Record<string, string[]> {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new InputError(`${name}: ${oneLine(cause)}`, { cause });
  }
  const [header = [], ...rows] = lines;
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) throw new InputError(`${name}, row 1: column ${twice} is there twice`);
  return Object.fromEntries(header.map((column, at) => [column, rows.map((row) => row[at] ?? "")]));
}
