import { Command } from "commander";
import type { Io } from "../io.ts";
import { erratumOptions, recordAndReport, type ErratumOptions } from "./erratum.ts";

/** `yeelen supersede <release> --by <release> --reason …`: another release is to be used in its place. */
export function supersedeCommand(io: Io): Command {
  return erratumOptions(
    new Command("supersede")
      .description("say in the catalogue that another release is to be used in a release's place, and why")
      .argument("<release>", "<dataset>/<release>")
      .requiredOption("--by <release>", "the release of the same dataset that takes its place"),
  ).action((release: string, options: ErratumOptions) => recordAndReport(io, release, "superseded", options));
}
