import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Catalog } from "@yeelen/dataset";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
const [earlier, later] = ["made-register/2020-06-01", "made-register/2021-06-01"];

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
  await yeelen(folder, "publish");
});
afterAll(() => remove());

const statuses = async () => {
  const catalog = Catalog.parse(
    JSON.parse(await readFile(join(folder, "data/published/catalog.json"), "utf8")),
  );
  return catalog.datasets[1]?.releases.map(({ release, status, erratum }) => ({ release, status, erratum }));
};

describe("yeelen diff", () => {
  test("lists what was added, removed and revised, old to new, by indicator and area", async () => {
    const { code, stdout } = await yeelen(folder, "diff", earlier, later);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "made-register/2020-06-01 → made-register/2021-06-01",
        "6 figures added, 1 removed, 2 revised, 0 the same",
        "",
        "cases-seen: 6 added, 1 removed, 2 revised",
        "  MLI: 5 added, 2 revised",
        "    2018, sex F: added suppressed (0 to 4)",
        "    2018, sex M: added 26",
        "    2018, counterpart SEN: added 7",
        "    2018: 29 → 30",
        "    2018, counterpart UNKNOWN: added 1.5",
        "    2019: 11 → conflicting",
        "    2020: added 0",
        "  NER: 1 added, 1 removed",
        "    2018, sex F: removed 5",
        "    2018: added 12",
        "",
      ].join("\n"),
    );
  });

  test("gives the same as JSON, and nothing for a release against itself", async () => {
    const { stdout } = await yeelen(folder, "diff", earlier, later, "--format", "json");
    const diff = JSON.parse(stdout);
    expect(diff.counts).toEqual({ added: 6, removed: 1, revised: 2, same: 0 });
    expect(diff.changes).toHaveLength(9);
    expect(diff.changes).toContainEqual({
      kind: "revised",
      indicator: "cases-seen",
      area: "MLI",
      period: 2019,
      sex: "T",
      age: "T",
      exploitation: "T",
      counterpart: "T",
      old: { value: 11, low: 11, high: 11, absence: null },
      new: { value: null, low: null, high: null, absence: "conflicting" },
    });
    const same = JSON.parse((await yeelen(folder, "diff", later, later, "--format", "json")).stdout);
    expect(same).toMatchObject({ counts: { added: 0, removed: 0, revised: 0, same: 8 }, changes: [] });
  });

  test("refuses releases that are damaged, of two datasets, or not there", async () => {
    expect(await yeelen(folder, "diff", earlier, "made-people/2019")).toMatchObject({ code: 2 });
    expect(await yeelen(folder, "diff", earlier, "made-register/2022")).toMatchObject({ code: 2 });
    const path = join(folder, "data/published", earlier, "observations.parquet");
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(1));
    const { code, stderr } = await yeelen(folder, "diff", earlier, later);
    await writeFile(path, bytes);
    expect(code).toBe(1);
    expect(stderr).toContain("made-register/2020-06-01 is not as published: observations.parquet");
  });
});

describe("yeelen supersede and yeelen withdraw", () => {
  test("say so in the catalogue, and again after it is built anew", async () => {
    const superseded = await yeelen(
      folder,
      "supersede",
      earlier,
      "--by",
      later,
      "--reason",
      "Figures were revised.",
      "--date",
      "2021-06-01",
    );
    expect(superseded).toMatchObject({ code: 0, stderr: "" });
    expect(superseded.stdout).toContain(
      "made-register/2020-06-01 is superseded: data/published/catalog.json and data/sources/made-register/errata.json say so",
    );
    const erratum = { reason: "Figures were revised.", date: "2021-06-01", by: "2021-06-01" };
    expect(await statuses()).toEqual([
      { release: "2021-06-01", status: "current", erratum: undefined },
      { release: "2020-06-01", status: "superseded", erratum },
    ]);
    await writeFile(
      join(folder, "data/published/catalog.json"),
      JSON.stringify({ schema: "yeelen-catalog/1", datasets: [] }),
    );
    await yeelen(folder, "publish");
    expect((await statuses())?.[1]).toEqual({ release: "2020-06-01", status: "superseded", erratum });
    expect((await yeelen(folder, "verify")).code).toBe(0);
  });

  test("leave the newest release that stands as the current one", async () => {
    await yeelen(folder, "withdraw", later, "--reason", "A column was shifted.", "--date", "2021-07-01");
    expect((await statuses())?.map(({ status }) => status)).toEqual(["withdrawn", "superseded"]);
  });

  test("refuse a release, a day or a successor that is none", async () => {
    const reason = ["--reason", "r"];
    expect((await yeelen(folder, "withdraw", "made-register", ...reason)).stderr).toContain(
      "expected <dataset>/<release>",
    );
    expect((await yeelen(folder, "withdraw", "made-register/1999", ...reason)).stderr).toBe(
      "yeelen: unknown release: made-register/1999; expected one of 2021-06-01, 2020-06-01\n",
    );
    expect((await yeelen(folder, "withdraw", later, ...reason, "--date", "yesterday")).stderr).toMatch(
      /field date/,
    );
    expect((await yeelen(folder, "supersede", earlier, "--by", "made-register/1999", ...reason)).code).toBe(
      2,
    );
    expect((await yeelen(folder, "withdraw", later)).code).toBe(2);
  });
});
