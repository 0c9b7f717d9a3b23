import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sources } from "../../../packages/publish/src/commands/import.ts";
import { importFile } from "../../../packages/publish/src/import/import-file.ts";
import type { Importer } from "../../../packages/publish/src/import/importer.ts";
import { importers } from "../../../packages/publish/src/import/importers.ts";
import { emptyFolder, runYeelen } from "./run-import.ts";

const root = join(import.meta.dirname, "../../..");
const guide = readFileSync(join(root, "docs/add-a-source.md"), "utf8");

/** The guide's blocks: by the file name above them, else by their language. */
const blocks = new Map(
  [...guide.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, file, language, text]) => [
    file ?? language ?? "",
    text ?? "",
  ]),
);
const block = (name: string) => {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`no block ${name} in docs/add-a-source.md`);
  return text;
};

/** The guide's importer, loaded as it stands there, from outside the project. */
async function importerOfGuide(folder: string): Promise<Importer> {
  const place = "packages/publish/src/import/importers/shelter-places.ts";
  const beside = pathToFileURL(join(root, dirname(place), "..")).href;
  const file = join(folder, "shelter-places.ts");
  writeFileSync(file, block(place).replaceAll('from "../', `from "${beside}/`));
  const { shelterPlaces } = (await import(/* @vite-ignore */ file)) as { shelterPlaces: Importer };
  return shelterPlaces;
}

test("docs/add-a-source.md, followed word by word, publishes a made-up CSV and answers from it", async () => {
  const folder = emptyFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("places.csv", block("csv"));
  for (const name of ["data/sources/shelter-places/dataset.json", "data/indicators/shelter-places.json"])
    write(name, block(name));

  const said: string[] = [];
  await importFile({
    source: "shelter-places",
    file: join(folder, "places.csv"),
    out: join(folder, "data/sources/shelter-places"),
    release: "2022-01-31",
    importers: [await importerOfGuide(folder)],
    io: {
      stdout: { write: (text) => said.push(text) },
      stderr: { write: (text) => said.push(text) },
      cwd: () => folder,
      env: {},
    },
  });
  expect(said.join("")).toBe(block("text"));

  const [, publish = "", query = ""] = block("sh").trimEnd().split("\n");
  expect(publish).toBe("npx yeelen publish");
  expect(await runYeelen(folder, ["publish"])).toMatchObject({ code: 0 });
  const [, question = ""] = /query '(.*)' --format csv$/.exec(query) ?? [];
  const { code, stdout } = await runYeelen(folder, ["query", question, "--format", "csv"]);
  expect(code).toBe(0);
  for (const [area, period, value] of [
    ["MLI", "2020", "40"],
    ["NER", "2020", "1250"],
    ["NER", "2021", "1300"],
  ])
    expect(stdout).toContain(`${area},${period},${value},${value},${value},`);
  expect(stdout).toContain("MLI,2021,,,,not-reported");
});

test("yeelen import --help names every source there is an importer for", () => {
  expect(sources.map(([id]) => id)).toEqual(importers.map(({ id }) => id));
});
