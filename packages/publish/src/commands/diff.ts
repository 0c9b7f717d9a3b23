import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Io } from "../io.ts";

/** `yeelen diff A B`: figures added, removed and revised between two releases. */
export function diffCommand(io: Io): Command {
  return new Command("diff")
    .description("list the figures that were added, removed or revised between two releases")
    .argument("<from>", "a release: <dataset>/<release>, or its folder")
    .argument("<to>", "another")
    .option("--out <folder>", "published folder in which releases are looked for", "data/published")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action(async (from: string, to: string, options: { out: string; format: "text" | "json" }) => {
      const { diffReleases } = await import("../release/diff.ts");
      const { diffText } = await import("../release/diff-text.ts");
      const find = (name: string) => {
        const published = resolve(io.cwd(), options.out, name);
        return existsSync(published) ? published : resolve(io.cwd(), name);
      };
      const out = resolve(io.cwd(), options.out);
      const diff = await diffReleases({ from: find(from), to: find(to), out, spill: tmpdir() });
      io.stdout.write(options.format === "json" ? `${JSON.stringify(diff, null, 2)}\n` : diffText(diff));
    });
}
