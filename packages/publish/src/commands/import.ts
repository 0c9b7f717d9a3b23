import { resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

interface ImportOptions {
  readonly out: string;
  readonly release?: string;
  readonly sheet?: string;
}

/** What `--help` says of each source; a test holds it against `importers.ts`, which would be slow to load here. */
export const sources: readonly (readonly [id: string, expects: string])[] = [
  ["unodc-glotip", "data_glotip.xlsx"],
  ["un-sdg-16-2-2", "CSV of indicator 16.2.2's series"],
  ["unodc-cts-smuggling", "CSV of offences of smuggling of migrants"],
  ["ctdc-kanon", "ctdc_global_kanon.csv.gz"],
  ["iom-missing-migrants", "CSV of incidents"],
  ["untc-treaties", "CSV of signatures and binding dates"],
  ["tip-report-tiers", "CSV of tiers"],
  ["response-events", "CSV written by hand: data/response-events.csv"],
  ["un-wpp", "CSV of population by sex and age group"],
  ["world-bank-population", "CSV of SP.POP.TOTL"],
];

/** `yeelen import <source> <file> --out <folder>`: a publisher's own file to tidy figures and `source.json`. */
export function importCommand(io: Io): Command {
  return new Command("import")
    .description("read a publisher's own file and write its figures as one tidy table")
    .argument("<source>", "which publisher's file it is: one of those below")
    .argument("<file>", "the file, as published")
    .requiredOption("--out <folder>", "folder to write to, such as data/sources/unodc-glotip")
    .option("--release <id>", "release of the file, if it does not say so itself, such as 2025-04-14")
    .option("--sheet <name>", "sheet of a workbook, where several could be meant")
    .addHelpText("after", helpOnSources())
    .action(async (source: string, file: string, options: ImportOptions) => {
      const { importFile } = await import("../import/import-file.ts");
      await importFile({
        source,
        file: resolve(io.cwd(), file),
        out: resolve(io.cwd(), options.out),
        ...(options.release === undefined ? {} : { release: options.release }),
        ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
        io,
      });
    });
}

function helpOnSources(): string {
  const width = Math.max(...sources.map(([id]) => id.length));
  const lines = sources.map(([id, expects]) => `  ${id.padEnd(width)}  ${expects}`);
  return [
    "\nSources:",
    ...lines,
    "\nWrites observations.csv, source.json and a source's own tables: all of them or, on an error, none.",
    "A release that is there already is kept in earlier/ when a newer one comes.",
  ].join("\n");
}
