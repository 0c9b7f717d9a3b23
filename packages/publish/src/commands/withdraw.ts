import { Command } from "commander";
import type { Io } from "../io.ts";
import { erratumOptions, recordAndReport, type ErratumOptions } from "./erratum.ts";

/** `yeelen withdraw <release> --reason …`: its figures are not to be used any more. */
export function withdrawCommand(io: Io): Command {
  return erratumOptions(
    new Command("withdraw")
      .description("say in the catalogue that a release is not to be used any more, and why")
      .argument("<release>", "<dataset>/<release>"),
  ).action((release: string, options: ErratumOptions) => recordAndReport(io, release, "withdrawn", options));
}
