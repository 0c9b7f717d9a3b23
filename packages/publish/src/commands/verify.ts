import { resolve } from "node:path";
import { Command } from "commander";
import { Refusal } from "../errors.ts";
import type { Io } from "../io.ts";

/** `yeelen verify [folder]`: every file against its manifest, every manifest against the catalogue. */
export function verifyCommand(io: Io): Command {
  return new Command("verify")
    .description("check every published file against its manifest, and every manifest against the catalogue")
    .argument("[folder]", "published folder, or one release", "data/published")
    .action(async (folder: string) => {
      const { verifyFolder } = await import("../release/verify.ts");
      const { releases, files, bytes, faults } = await verifyFolder(resolve(io.cwd(), folder));
      for (const { path, problem } of faults) io.stdout.write(`${path}: ${problem}\n`);
      if (faults.length > 0) throw new Refusal(refusal(faults.map(({ path }) => path)));
      io.stdout.write(
        `${files.toLocaleString("en")} files of ${releases} ${releases === 1 ? "release" : "releases"}, ${(bytes / 1e6).toFixed(1)} MB: every byte is as published\n`,
      );
    });
}

function refusal(paths: readonly string[]): string {
  const named = paths.slice(0, 3).join(", ");
  const others = paths.length > 3 ? ` and ${paths.length - 3} others` : "";
  return `${paths.length === 1 ? "1 file is" : `${paths.length} files are`} not as published: ${named}${others}; use none of them`;
}
