import { existsSync } from "node:fs";
import { areas as programmeAreas } from "@yeelen/dataset";
import { z } from "zod";
import countries from "../import/countries.json" with { type: "json" };
import { columnKey } from "../tables/collect.ts";
import { cellFault } from "../tables/fault.ts";
import { readBytes } from "../tables/open-file.ts";
import { readTable as readSheet } from "../tables/read-table.ts";

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
  const bytes = await readBytes(path, name);
  const table = readSheet({ file: name, bytes }, { required: columns, optional: [], mayBeEmpty: true });
  const keys = table.columns.map(columnKey);
  return table.rows.map(({ row, cells }) => {
    const record = Object.fromEntries(columns.map((column) => [column, cells[keys.indexOf(column)]?.trim()]));
    const programme = { true: true, false: false }[record["programme"] ?? ""];
    const parsed = ReleaseArea.safeParse({ ...record, programme });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const column = String(issue?.path[0]);
    const expected = column === "programme" ? "true or false" : `${issue?.message}`.replace(/^expected /, "");
    throw cellFault({ file: name, row, column }, record[column] ?? "", expected);
  });
}
