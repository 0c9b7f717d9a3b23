import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Observation, observationColumns, Source } from "@yeelen/dataset";
import { InputError } from "../errors.ts";
import type { Io } from "../io.ts";
import { tableFault } from "../tables/fault.ts";
import { csvText } from "../tables/csv-text.ts";
import { replaceFolder } from "./folder.ts";
import { findImporter } from "./importers.ts";
import type { Imported, Importer, SourceFile } from "./importer.ts";
import { makeRoom } from "./earlier.ts";
import { summaryOf } from "./summary.ts";

export interface ImportRequest {
  readonly source: string;
  /** Absolute path of the publisher's file. */
  readonly file: string;
  /** Absolute path of the folder to write. */
  readonly out: string;
  readonly release?: string;
  /** Which sheet of a workbook to read, where several could be meant. */
  readonly sheet?: string;
  readonly io: Io;
  /** The sources to choose from; those of `importers.ts` if left out. */
  readonly importers?: readonly Importer[];
}

/**
 * Reads one file with its source's importer and writes `observations.csv`, `source.json` and what tables the source
 * has into `out`: whole or, on any error, not at all. Throws `InputError` for what cannot be used.
 */
export async function importFile(request: ImportRequest): Promise<Source> {
  const { source, out, io } = request;
  const importer = findImporter(source, request.importers);
  const { input, about } = openFile(request);
  input.progress(`reading ${about.bytes.toLocaleString("en")} bytes`);
  const imported = await importer.read(input);
  const described = describe(importer, imported, about);
  const observations = sorted(imported.observations, importer.id);
  const files = new Map([
    ["observations.csv", csvText(observationColumns, cellsOf(observations))],
    ["source.json", `${JSON.stringify(described, null, 2)}\n`],
    ...Object.entries(imported.tables ?? {}).map(
      ([name, { columns, rows }]) => [name, csvText(columns, rows)] as const,
    ),
  ]);
  input.progress(`writing ${observations.length.toLocaleString("en")} observations`);
  const moved = makeRoom(out, described.release);
  replaceFolder(out, files, moved);
  io.stdout.write(summaryOf(described, observations, moved, imported.tally.notReviewed(), about.remarks));
  return described;
}

interface AboutFile {
  /** Remarks on the file itself, in the order in which they were made. */
  readonly remarks: readonly string[];
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

function openFile({ file: path, release, sheet, io }: ImportRequest): {
  input: SourceFile;
  about: AboutFile;
} {
  const name = basename(path);
  let content: Uint8Array | null = contentOf(path, name);
  const remarks = endsMidLine(content)
    ? ["The last line has no line end: the file may have been cut short."]
    : [];
  const about = {
    name,
    bytes: content.byteLength,
    sha256: createHash("sha256").update(content).digest("hex"),
    remarks,
  };
  const input: SourceFile = {
    path,
    name,
    release,
    sheet,
    remark: (text) => void remarks.push(text),
    take() {
      if (content === null) throw new Error(`content already taken: ${name}`);
      const bytes = content;
      content = null;
      return bytes;
    },
    progress(done) {
      if (io.stderr.isTTY) io.stderr.write(`${name}: ${done}\n`);
    },
  };
  return { input, about };
}

/** Whether text stops without a line end. Packed files and workbooks, which check themselves, do not count. */
function endsMidLine(content: Uint8Array): boolean {
  const packed = (content[0] === 0x50 && content[1] === 0x4b) || (content[0] === 0x1f && content[1] === 0x8b);
  return !packed && content.at(-1) !== 0x0a && content.at(-1) !== 0x0d;
}

function contentOf(path: string, name: string): Uint8Array {
  try {
    if (statSync(path).isDirectory())
      throw tableFault({ file: name }, "a folder; expected the publisher's file");
    const content = readFileSync(path);
    if (content.byteLength === 0) throw tableFault({ file: name }, "the file is empty; download it again");
    return content;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "reading it is not allowed" : message;
    throw new InputError(`cannot read file: ${path}: ${why}`, { cause });
  }
}

function describe(importer: Importer, imported: Imported, { remarks, ...file }: AboutFile): Source {
  const summary = imported.tally.summary();
  const tables = Object.values(imported.tables ?? {}).reduce((sum, table) => sum + table.rows.length, 0);
  if (imported.observations.length + tables === 0) {
    const reasons = summary.leftOut.map(({ reason, rows }) => `${reason} (${rows})`).join(", ");
    throw new InputError(
      `nothing to keep: none of the ${summary.rowsRead} rows of ${file.name} is a figure of our countries: ${reasons}`,
    );
  }
  return Source.parse({
    id: importer.id,
    title: importer.title,
    publisher: importer.publisher,
    release: imported.release,
    licence: importer.licence,
    url: importer.url,
    file,
    ...summary,
    remarks: [...imported.remarks, ...remarks],
  });
}

const keyColumns = [
  "dataset",
  "indicator",
  "area",
  "period",
  "sex",
  "age",
  "exploitation",
  "counterpart",
] as const;

function sorted(observations: readonly Observation[], dataset: string): Observation[] {
  const seen = new Set<string>();
  const checked = observations.map((observation) => {
    const parsed = Observation.parse(observation);
    const key = keyColumns.map((column) => parsed[column]).join("|");
    if (parsed.dataset !== dataset || seen.has(key)) throw new Error(`importer ${dataset} gave ${key} twice`);
    seen.add(key);
    return parsed;
  });
  return checked.sort((a, b) => {
    const column = keyColumns.find((each) => a[each] !== b[each]);
    return column === undefined ? 0 : a[column] < b[column] ? -1 : 1;
  });
}

function cellsOf(observations: readonly Observation[]): unknown[][] {
  return observations.map((row) => observationColumns.map((column) => row[column]));
}
