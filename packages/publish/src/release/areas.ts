import { existsSync } from "node:fs";
import { areas as programmeAreas } from "@yeelen/dataset";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { InputError } from "../errors.ts";
import countries from "../import/countries.json" with { type: "json" };
import { readText } from "./read-json.ts";

/** An area as releases describe it; `region` is a lower-case word. */
export const ReleaseArea = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, "expected an ISO 3166-1 alpha-3 code such as MLI"),
  m49: z.string().regex(/^\d{3}$/, "expected three digits, leading zeros kept, such as 076"),
  name: z.string().min(1),
  region: z.string().regex(/^[a-z][a-z-]*$/, "expected a lower-case word such as africa"),
  programme: z.boolean(),
});
export type ReleaseArea = z.infer<typeof ReleaseArea>;

const columns = Object.keys(ReleaseArea.shape);

/**
 * Every country there is a code for; the programme's own with their region, others as `areas.csv`
 * (code,m49,name,region,programme) says, which comes first in a doubt.
 */
export async function readAreas(path: string, name: string): Promise<readonly ReleaseArea[]> {
  const known = new Map<string, ReleaseArea>(
    Object.entries(countries).map(([code, { m49, names }]) => [
      code,
      { code, m49, name: names[0] ?? code, region: "unspecified", programme: false },
    ]),
  );
  for (const area of programmeAreas) known.set(area.code, area);
  if (existsSync(path)) for (const area of await readTable(path, name)) known.set(area.code, area);
  return [...known.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function readTable(path: string, name: string): Promise<ReleaseArea[]> {
  const text = await readText(path, name);
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new InputError(`${name}: ${(cause as Error).message}`, { cause });
  }
  const [header, ...lines] = rows;
  if (header?.join() !== columns.join())
    throw new InputError(`${name}: header is ${header?.join() ?? "missing"}; expected ${columns.join()}`);
  return lines.map((line, index) => {
    const record = Object.fromEntries(columns.map((column, at) => [column, line[at]]));
    const programme = { true: true, false: false }[record["programme"] ?? ""];
    const parsed = ReleaseArea.safeParse({ ...record, programme });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const column = String(issue?.path[0]);
    throw new InputError(
      `${name}, row ${index + 2}, column ${column}: ${record[column] ?? "(empty)"}; ${column === "programme" ? "expected true or false" : issue?.message}`,
    );
  });
}
