import type { ReleaseContent } from "../release/release-content.ts";

/** A table of a release: `name` is the one its readers use, `table` the SQL name in the store. */
export interface DatabaseTable {
  readonly name: string;
  readonly table: string;
}

/** The tables that make a release a database, in whichever format: figures, what they mean, denominators, sources, events. */
export function databaseTables({ tables }: Pick<ReleaseContent, "tables">): readonly DatabaseTable[] {
  const own = ["observations", "indicators", "areas", "population", "sources"];
  return [...own.map((name) => ({ name, table: name })), ...tables];
}
