import { relative, resolve } from "node:path";
import type { Command } from "commander";
import type { Io } from "../io.ts";

export interface ErratumOptions {
  readonly reason: string;
  readonly date?: string;
  readonly by?: string;
  readonly out: string;
  readonly data: string;
}

/** The options that `withdraw` and `supersede` share. */
export function erratumOptions(command: Command): Command {
  return command
    .requiredOption("--reason <text>", "why, in one sentence; it is shown wherever the release is")
    .option("--date <day>", "since when, such as 2026-03-01; today, if left out")
    .option("--out <folder>", "folder of the catalogue", "data/published")
    .option("--data <folder>", "folder with sources/, where the erratum is kept for the next build", "data");
}

/** Records the erratum and says which files now say so. */
export async function recordAndReport(
  io: Io,
  release: string,
  status: "superseded" | "withdrawn",
  options: ErratumOptions,
): Promise<void> {
  const { recordErratum } = await import("../release/record-erratum.ts");
  const written = await recordErratum({
    release,
    status,
    reason: options.reason,
    date: options.date ?? new Date().toISOString().slice(0, 10),
    ...(options.by === undefined ? {} : { by: options.by }),
    out: resolve(io.cwd(), options.out),
    data: resolve(io.cwd(), options.data),
  });
  io.stdout.write(
    `${release} is ${status}: ${written.map((path) => relative(io.cwd(), path)).join(" and ")} say so\n`,
  );
}
