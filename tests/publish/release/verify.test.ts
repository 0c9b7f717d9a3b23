import { copyFile, open, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cp } from "node:fs/promises";
import { madeFiles, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
const release = "made-register/2021-06-01";
const file = (path: string) => join(folder, "copy", path);

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
  await yeelen(folder, "publish");
});
beforeEach(async () => {
  await rm(join(folder, "copy"), { recursive: true, force: true });
  await cp(join(folder, "data/published"), join(folder, "copy"), { recursive: true });
});
afterAll(() => remove());

async function flip(path: string, at: number): Promise<void> {
  const handle = await open(path, "r+");
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
  await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at);
  await handle.close();
}

async function faultOf(path: string): Promise<void> {
  const { code, stdout, stderr } = await yeelen(folder, "verify", "copy");
  expect(stdout).toContain(`${path}: `);
  expect(stderr).toMatch(/^yeelen: [^\n]*not as published[^\n]*\n$/);
  expect(stderr).toContain(path);
  expect(code).toBe(1);
}

describe("yeelen verify", () => {
  test("finds nothing wrong in what was published, and in one release alone", async () => {
    const { code, stdout } = await yeelen(folder, "verify", "copy");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+ files of 3 releases, .* every byte is as published\n$/),
    });
    expect((await yeelen(folder, "verify", `copy/${release}`)).stdout).toMatch(/ files of 1 release, /);
  });

  test.each([
    "observations.parquet",
    "observations.csv",
    "observations.duckdb",
    "observations.arrow",
    "observations.xlsx",
    "views/cases-seen.total.json",
    "datapackage.json",
  ])("names %s when one bit of it differs", async (name) => {
    const path = `${release}/${name}`;
    const { length } = await readFile(file(path));
    await flip(file(path), Math.floor(length / 2));
    await faultOf(path);
  });

  test("names a file that is cut short", async () => {
    await truncate(file(`${release}/observations.duckdb`), 4096);
    await faultOf(`${release}/observations.duckdb`);
  });

  test("names files that were swapped", async () => {
    const [a, b] = [`${release}/views/cases-seen.total.json`, `${release}/views/cases-seen.sex.json`];
    await rename(file(a), file("swap"));
    await rename(file(b), file(a));
    await rename(file("swap"), file(b));
    await faultOf(a);
    await faultOf(b);
  });

  test("names a file that is missing, and one too many", async () => {
    await rm(file(`${release}/observations.csv`));
    await writeFile(file(`${release}/views/extra.json`), "{}");
    await writeFile(file("stray.txt"), "");
    await faultOf(`${release}/observations.csv`);
    await faultOf(`${release}/views/extra.json`);
    await faultOf("stray.txt");
  });

  test("names a manifest that the catalogue does not know so, though its files fit it", async () => {
    const path = `${release}/manifest.json`;
    const text = await readFile(file(path), "utf8");
    await writeFile(file(path), text.replace("prints small numbers", "prints large numbers"));
    await faultOf(path);
    expect((await yeelen(folder, "verify", `copy/${release}`)).code).toBe(0);
  });

  test("names a manifest of another release in its place", async () => {
    await copyFile(file("made-people/2019/manifest.json"), file(`${release}/manifest.json`));
    await faultOf(`${release}/manifest.json`);
  });

  test("names a page served in a manifest's place, and a release without one", async () => {
    await writeFile(file(`${release}/manifest.json`), "<!doctype html>");
    await faultOf(`${release}/manifest.json`);
    await rm(file(`${release}/manifest.json`));
    await faultOf(`${release}/manifest.json`);
  });

  test("names a catalogue that is none", async () => {
    await writeFile(file("catalog.json"), "{}");
    await faultOf("catalog.json");
  });

  test("says that a folder holds nothing to verify", async () => {
    const { code, stderr } = await yeelen(folder, "verify", "data");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^yeelen: nothing to verify: [^\n]+ has neither catalog\.json nor manifest\.json\n$/,
    );
  });
});

test("yeelen verify and yeelen embed check the texts that publish wrote against the catalogue", async () => {
  const place = join(folder, "texts");
  await writeData(place, {
    ...madeFiles,
    "translations/fr.json": JSON.stringify({ "A made-up caveat.": "Une réserve inventée." }),
  });
  await writeData(join(place, "widgets"), { "yeelen-line.js": "" });
  expect(await yeelen(place, "publish")).toMatchObject({ code: 0 });
  expect(await yeelen(place, "publish", "made-people")).toMatchObject({ code: 0 });
  expect(await yeelen(place, "verify")).toMatchObject({ code: 0 });
  const embed = () =>
    yeelen(
      place,
      ...["embed", '{"indicator":"cases-seen","areas":["MLI"],"period":[2018,2020]}', "--lang", "fr"],
      ...["--host", "https://example.org/", "--widgets", "widgets/data"],
    );
  expect((await embed()).stdout).toContain("Une réserve inventée.");
  const path = join(place, "data/published/texts/cases-seen.fr.json");
  await writeFile(path, (await readFile(path, "utf8")).replace("réserve", "reserve"));
  const { code, stdout } = await yeelen(place, "verify");
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^texts\/cases-seen\.fr\.json: has \d+ bytes; the catalogue says/),
  });
  expect(await embed()).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("texts/cases-seen.fr.json has bytes"),
  });
});
