import type { ReleaseFile } from "@yeelen/dataset";
import type { ReleaseContent, WrittenFile } from "../release/release-content.ts";
import { writeArrow } from "./arrow.ts";
import { writeCodeLists } from "./code-lists.ts";
import { writeCroissant } from "./croissant.ts";
import { writeCsv } from "./csv.ts";
import { writeCsvw } from "./csvw.ts";
import { writeDatapackage } from "./datapackage.ts";
import { writeDcat } from "./dcat.ts";
import { writeDuckdb } from "./duckdb.ts";
import { writeEventJson } from "./event-json.ts";
import { writeParquet } from "./parquet.ts";
import { writeSchemaOrg } from "./schema-org.ts";
import { writeXlsx } from "./xlsx.ts";

/** A file format of a release. */
export interface ReleaseFormat {
  readonly name: string;
  readonly write: (content: ReleaseContent) => Promise<WrittenFile[]>;
}

/** A description of a release in a catalogue's terms, written when its files are: `files` are those. */
export interface ReleaseDescription {
  readonly name: string;
  readonly write: (content: ReleaseContent, files: readonly ReleaseFile[]) => Promise<WrittenFile[]>;
}

/** Every format of the figures, in the order in which they are written: one file each in this folder. */
export const formats: readonly ReleaseFormat[] = [
  { name: "CSV", write: writeCsv },
  { name: "Parquet", write: writeParquet },
  { name: "Arrow", write: writeArrow },
  { name: "DuckDB", write: writeDuckdb },
  { name: "spreadsheet", write: writeXlsx },
  { name: "event tables", write: writeEventJson },
  { name: "code lists", write: writeCodeLists },
  { name: "CSV on the Web", write: writeCsvw },
];

/** Every description of the files, in the order in which they are written. */
export const descriptions: readonly ReleaseDescription[] = [
  { name: "Data Package", write: writeDatapackage },
  { name: "schema.org", write: writeSchemaOrg },
  { name: "Croissant", write: writeCroissant },
  { name: "DCAT-AP", write: writeDcat },
];
