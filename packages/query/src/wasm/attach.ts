import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { FileMissing, type Measure } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "../catalog/open-release.ts";
import { attachSql, databaseFile, databaseName } from "../sql/session-sql.ts";
import { fetchArrowTables, hasArrowTables, loadArrowTables, type ArrowTable } from "./arrow-tables.ts";
import { fetchDatabase, type DatabaseContent } from "./database-file.ts";

export interface AttachOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Files up to this many bytes are read whole and checked whole; larger ones by ranges. */
  readonly wholeUpTo: number;
  /** Files that no host may make a browser hold whole. */
  readonly wholeAtMost: number;
  readonly onBytes: (loaded: number, total: number) => void;
}

/** A release's data as they are attached: its database file, or the same tables as Arrow. */
export type Content =
  | { readonly from: "database"; readonly database: DatabaseContent }
  | { readonly from: "arrow"; readonly tables: readonly ArrowTable[] };

/** Why the release's data cannot be attached here, one sentence; nothing if they can. */
export function reasonAgainstRelease(release: OpenedRelease): string | undefined {
  if (hasDatabase(release) || hasArrowTables(release)) return undefined;
  return `release ${release.id} has neither ${databaseFile} nor all of its tables as Arrow`;
}

/**
 * Fetches the database file, or finds that it can be read by ranges; where there is none, the Arrow files. A file that
 * differs from its manifest is an `IntegrityError` and never a reason to try another.
 */
export async function fetchContent(release: OpenedRelease, options: AttachOptions): Promise<Content> {
  if (hasDatabase(release))
    try {
      return { from: "database", database: await fetchDatabase(release, options) };
    } catch (error) {
      if (!(error instanceof FileMissing) || !hasArrowTables(release)) throw error;
    }
  return { from: "arrow", tables: await fetchArrowTables(release, options) };
}

/** Attaches the release's data under `databaseName(index)` and tells which way it went. */
export async function attach(
  database: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  index: number,
  release: OpenedRelease,
  content: Content,
  options: AttachOptions,
): Promise<Content["from"]> {
  if (content.from === "database")
    try {
      await attachFile(database, connection, index, content.database);
      return "database";
    } catch (cause) {
      if (!hasArrowTables(release)) throw cause;
      // a build that cannot read this file, perhaps, but first the file must be the one of the manifest
      if (content.database instanceof URL) await fetchDatabase(release, { ...options, wholeUpTo: Infinity });
    }
  const tables = content.from === "arrow" ? content.tables : await fetchArrowTables(release, options);
  await loadArrowTables(connection, index, tables);
  return "arrow";
}

/** The files of the release that an answer was read from. */
export function filesRead(from: Content["from"] | undefined, measure: Measure): string[] {
  if (from !== "arrow") return [databaseFile];
  return ["observations.arrow", ...(measure === "rate" ? ["population.arrow"] : [])];
}

async function attachFile(
  database: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  index: number,
  content: DatabaseContent,
): Promise<void> {
  const name = `${databaseName(index)}.duckdb`;
  if (content instanceof URL) {
    const { DuckDBDataProtocol } = await import("@duckdb/duckdb-wasm");
    // direct: the engine's page buffer would read each block in parts, and read ahead of them four times as far each time
    await database.registerFileURL(name, content.href, DuckDBDataProtocol.HTTP, true);
  } else await database.registerFileBuffer(name, content);
  await connection.query(attachSql(index, name));
}

function hasDatabase({ manifest }: OpenedRelease): boolean {
  return manifest.files.some(({ path }) => path === databaseFile);
}
