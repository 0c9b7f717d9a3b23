import type { Manifest } from "@yeelen/dataset";
import type { ReleaseArea } from "./areas.ts";
import type { Store } from "./store.ts";

/**
 * What every format of a release is written from. The store holds `observations` (ordered by key), `areas`,
 * `indicators`, `sources`, `population` and a table of labels for each coded column, and nothing else:
 * no value that is not published.
 */
export interface ReleaseContent {
  readonly store: Store;
  /** Where the release is being written. */
  readonly folder: string;
  readonly manifest: Omit<Manifest, "files">;
  readonly areas: readonly ReleaseArea[];
  readonly rows: number;
  /** Event tables of the release, as tables of the store: `table` is the SQL name, `name` the file's. */
  readonly tables: readonly {
    readonly name: string;
    readonly table: string;
    readonly columns: readonly string[];
  }[];
  readonly hasPopulation: boolean;
  /** Where the release will be served, for formats whose names must be absolute; ends with a slash. */
  readonly address: string | undefined;
}

/** A file that a format wrote, relative to the release's folder. */
export interface WrittenFile {
  readonly path: string;
  readonly mediaType: string;
  readonly view?: {
    readonly indicator: string;
    readonly by: readonly ("sex" | "age" | "exploitation" | "counterpart")[];
  };
}

export const mediaTypes = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  duckdb: "application/vnd.duckdb",
  json: "application/json",
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jsonld: "application/ld+json",
  csvm: "application/csvm+json",
} as const;
