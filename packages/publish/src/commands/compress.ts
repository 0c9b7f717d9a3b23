import { resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";
import { progressOn } from "../progress.ts";

/** `yeelen compress [folder]`: brotli and gzip copies beside the text files of a folder that is to be served. */
export function compressCommand(io: Io): Command {
  return new Command("compress")
    .description(
      "write .br and .gz copies beside a folder's text files, for hosts that send them as they are",
    )
    .argument("[folder]", "folder that is to be served", "data/published")
    .action(async (folder: string) => {
      const started = performance.now();
      const { compressFolder } = await import("../serve/compress-folder.ts");
      const { say, end } = progressOn(io);
      const { files, made, bytes, compressed } = await compressFolder(resolve(io.cwd(), folder), {
        progress: (done, all) => say(`${done} of ${all} files`),
      }).finally(end);
      io.stdout.write(
        `${files.toLocaleString("en")} files, ${made.toLocaleString("en")} of them compressed now: ${megabytes(bytes)} are ${megabytes(compressed)}, in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
      );
    });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
