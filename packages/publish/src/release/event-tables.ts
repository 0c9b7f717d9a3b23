import { InputError } from "../errors.ts";
import type { ReleaseContent } from "./release-content.ts";
import { sourceTable } from "./source-table.ts";
import { identifier, type Store } from "./store.ts";
import type { ReleaseSource } from "./workspace.ts";

/** Reads the tables beside the observations (treaties, laws) as text, ordered by their own columns. */
export async function readEventTables(
  store: Store,
  release: ReleaseSource,
): Promise<ReleaseContent["tables"]> {
  const tables = [];
  for (const { name, path } of release.tables) {
    const file = `${release.name}/${name}.csv`;
    // a record of which every cell was blanked is one
    const request = name === "records" ? { keepBlank: true, confidential: true } : {};
    const { columns, sql } = await sourceTable(store, path, file, request);
    const odd = columns.find((column) => !/^[a-z][a-z0-9_]*$/.test(column));
    if (odd !== undefined)
      throw new InputError(
        `${file}, row 1: column ${JSON.stringify(odd)}; expected lower-case letters, digits and underscores`,
      );
    const table = identifier(name);
    // an audit of records takes a blank to come before every value
    const order = name === "records" ? "ORDER BY ALL NULLS FIRST" : "ORDER BY ALL";
    await store.run(`CREATE TABLE ${table} AS SELECT * FROM ${sql} ${order}`);
    tables.push({ name, table, columns });
  }
  return tables;
}
