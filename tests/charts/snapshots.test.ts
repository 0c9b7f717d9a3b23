import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { allCases } from "../../stories/cases/all.ts";

const output = new URL("../output/", import.meta.url);
const update = process.env["YEELEN_UPDATE"] === "1";
const widths = [320, 1200];

describe("every case looks as it was last reviewed", () => {
  for (const { kind, name, draw } of allCases)
    for (const width of widths)
      test(`${kind}/${name} at ${width} pixels`, async () => {
        const file = new URL(`${kind}/${name}-${width}.svg`, output);
        const picture = draw({ width }).file.replaceAll("><", ">\n<");
        if (update) {
          await mkdir(new URL(".", file), { recursive: true });
          await writeFile(file, picture);
        }
        const reviewed = await readFile(file, "utf8").catch(() => "no picture yet: run with YEELEN_UPDATE=1");
        expect(picture).toBe(reviewed);
      });

  test("no picture is left of a case that is gone", async () => {
    const kinds = [...new Set(allCases.map(({ kind }) => kind))];
    const kept = await Promise.all(
      kinds.map(async (kind) =>
        (await readdir(new URL(`${kind}/`, output))).map((file) => `${kind}/${file}`),
      ),
    );
    const expected = allCases.flatMap(({ kind, name }) =>
      widths.map((width) => `${kind}/${name}-${width}.svg`),
    );
    expect(kept.flat().sort()).toEqual(expected.sort());
  });
});
