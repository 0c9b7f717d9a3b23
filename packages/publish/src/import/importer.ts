import type { Observation } from "@yeelen/dataset";
import type { Tally } from "./tally.ts";

/** One publisher's file format: what it is, and how its rows become observations. */
export interface Importer {
  /** Id of the source and of its dataset: lower case, hyphens. */
  readonly id: string;
  /** Other names under which `yeelen import` knows it. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** The publisher's page, not the file's own address. */
  readonly url: string;
  /** Throws `InputError` for a file that is not what it should be; a bad row is left out by name instead. */
  read(file: SourceFile): Imported | Promise<Imported>;
}

/** A publisher's file, whole. */
export interface SourceFile {
  readonly path: string;
  /** Last part of the path: what errors and `source.json` call it. */
  readonly name: string;
  /** Hands the content over; the second call throws, so that a large file is not held twice. */
  take(): Uint8Array;
  /** What the user says the release is. */
  readonly release: string | undefined;
  /** Which sheet of a workbook the user asks for. */
  readonly sheet: string | undefined;
  /** Keeps what whoever uses the figures should know of how the file was read: a sentence. */
  remark(text: string): void;
  progress(done: string): void;
}

/** What one file gave. The rows of every table are sorted by whoever writes them. */
export interface Imported {
  readonly release: string;
  readonly observations: readonly Observation[];
  /** Tables beside `observations.csv`, by file name: events, treaties. */
  readonly tables?: Readonly<Record<string, EventTable>>;
  readonly tally: Tally;
  readonly remarks: readonly string[];
}

/** Rows of text or numbers; null is an empty cell. */
export interface EventTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
