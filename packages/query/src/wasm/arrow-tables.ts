import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { OpenedRelease } from "../catalog/open-release.ts";
import { EngineUnavailable } from "../engine-unavailable.ts";
import { databaseName } from "../sql/session-sql.ts";
import type { AttachOptions } from "./attach.ts";

/** A table's name and its verified Arrow IPC file. */
export interface ArrowTable {
  readonly name: string;
  readonly content: Uint8Array;
}

const ownTables = ["observations", "indicators", "areas", "population", "sources"];

/** Whether the release's Arrow files hold every table that its database file would. */
export function hasArrowTables({ manifest }: OpenedRelease): boolean {
  const names = tableNames(manifest.files, "arrow");
  return [...ownTables, ...tableNames(manifest.files, "parquet")].every((name) => names.includes(name));
}

/** Reads every table of the release, each checked byte for byte. Throws `IntegrityError`, `EngineUnavailable`. */
export async function fetchArrowTables(
  release: OpenedRelease,
  { wholeAtMost, onBytes }: Pick<AttachOptions, "wholeAtMost" | "onBytes">,
): Promise<readonly ArrowTable[]> {
  const names = tableNames(release.manifest.files, "arrow");
  const total = names.reduce((sum, name) => sum + release.file(`${name}.arrow`).bytes, 0);
  if (total > wholeAtMost)
    throw new EngineUnavailable("wasm", `${release.id} has ${Math.round(total / 1e6)} MB of Arrow files`);
  let loaded = 0;
  onBytes(loaded, total);
  return Promise.all(
    names.map(async (name) => {
      const content = await release.read(`${name}.arrow`);
      onBytes((loaded += content.byteLength), total);
      return { name, content };
    }),
  );
}

/** Makes a database of the tables, under the name that the release's file would have been attached as. */
export async function loadArrowTables(
  connection: AsyncDuckDBConnection,
  index: number,
  tables: readonly ArrowTable[],
): Promise<void> {
  const database = databaseName(index);
  await connection.query(`ATTACH ':memory:' AS ${database}`);
  await connection.query(`USE ${database}`);
  for (const { name, content } of tables)
    await connection.insertArrowFromIPCStream(await ipcStream(name, content), { name, create: true });
  await connection.query("USE memory");
}

/** The same batches as a stream, which is what the engine takes; its own Arrow library reads no files. */
async function ipcStream(name: string, file: Uint8Array): Promise<Uint8Array> {
  const { tableFromIPC, tableToIPC } = await import("@uwdata/flechette");
  const stream = tableToIPC(tableFromIPC(file), { format: "stream" });
  if (!stream) throw new Error(`cannot read as Arrow: ${name}.arrow`);
  return stream;
}

/** Names that are no plain words are left out: a file cannot bring SQL with it. */
function tableNames(files: OpenedRelease["manifest"]["files"], format: string): string[] {
  return files.flatMap(({ path }) => {
    const [, name, extension] = /^([a-z][a-z0-9_]*)\.([a-z]+)$/.exec(path) ?? [];
    return name && extension === format ? [name] : [];
  });
}
