import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, runImport } from "./run-import.ts";
import { sampleFiles } from "./sample-files.ts";

const canary = "Kanarienvogel7f3a";

test.each(sampleFiles.filter(({ source }) => source !== "response-events"))(
  "yeelen import $source lets a token placed in any raw column into no file",
  async (sample) => {
    let seen = 0;
    for (const [index, column] of [...sample.header, "Another column"].entries()) {
      const last = [...(sample.rows.at(-1) ?? [])];
      last[index] = canary;
      const cells = [[...sample.header, "Another column"], ...sample.rows, last].map((row) =>
        Array.from({ length: sample.header.length + 1 }, (_, at) => row[at] ?? ""),
      );
      const folder = emptyFolder();
      const { code, files } = await runImport(sample.source, sample.name, sample.pack(cells), {
        release: sample.release,
        folder,
      });
      if (code !== 0) expect(files).toEqual([]);
      else seen += 1;
      for (const file of files) {
        const text = readFileSync(join(folder, file), "utf8");
        expect(text.toLowerCase(), `${column} in ${file}`).not.toContain(canary.toLowerCase());
      }
    }
    expect(seen).toBeGreaterThan(0);
  },
);
