import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFolder } from "../../../packages/publish/src/import/folder.ts";
import { csv, emptyFolder, filesIn, runImport } from "./run-import.ts";

const population = (value: string) => csv("iso3,year,sex,age,population", `MLI,2018,T,TOTAL,${value}`);

describe("replaceFolder", () => {
  test("replaceFolder(out, files) keeps what else is in the folder", () => {
    const folder = emptyFolder();
    const out = join(folder, "out");
    mkdirSync(join(out, "earlier"), { recursive: true });
    writeFileSync(join(out, "dataset.json"), "{}");
    writeFileSync(join(out, "earlier", "a.csv"), "a");
    replaceFolder(out, new Map([["observations.csv", "x\n"]]));
    expect(filesIn(folder)).toEqual(["out/dataset.json", "out/earlier/a.csv", "out/observations.csv"]);
  });

  test("replaceFolder(out, files) leaves all as it was when one file cannot be written", () => {
    const folder = emptyFolder();
    const out = join(folder, "out");
    mkdirSync(join(out, "source.json"), { recursive: true });
    writeFileSync(join(out, "observations.csv"), "old");
    const files = new Map([
      ["observations.csv", "new"],
      ["source.json", "{}"],
    ]);
    expect(() => replaceFolder(out, files)).toThrow(/^cannot write: .*nothing was changed$/);
    expect(filesIn(folder)).toEqual(["out/observations.csv"]);
    expect(readFileSync(join(out, "observations.csv"), "utf8")).toBe("old");
    expect(statSync(join(out, "source.json")).isDirectory()).toBe(true);
  });

  test("replaceFolder(out, files) gives the folder the rights of any other", () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "other"));
    replaceFolder(join(folder, "out"), new Map([["a.csv", "a"]]));
    expect(statSync(join(folder, "out")).mode).toBe(statSync(join(folder, "other")).mode);
  });
});

describe("yeelen import --out", () => {
  test("moves the release that is there into earlier/ when a newer one comes", async () => {
    const folder = emptyFolder();
    await runImport("un-wpp", "p.csv", population("19077749"), { release: "2019", folder });
    writeFileSync(join(folder, "out", "dataset.json"), "{}");
    const { files, rows, stdout } = await runImport("un-wpp", "p.csv", population("19934298"), {
      release: "2022",
      folder,
    });
    expect(files).toEqual([
      "out/dataset.json",
      "out/earlier/2019/observations.csv",
      "out/earlier/2019/source.json",
      "out/observations.csv",
      "out/source.json",
    ]);
    expect(rows()[0]?.value).toBe("19934298");
    expect(rows("earlier/2019/observations.csv")[0]?.value).toBe("19077749");
    expect(stdout).toContain("the release that was here is now in earlier/");
  });

  test("refuses to put an older release in the place of a newer one, and says where it goes", async () => {
    const folder = emptyFolder();
    await runImport("un-wpp", "p.csv", population("19934298"), { release: "2022", folder });
    const older = await runImport("un-wpp", "p.csv", population("19077749"), { release: "2019", folder });
    expect(older.code).toBe(2);
    expect(older.stderr).toMatch(
      /^yeelen: older release: .*holds release 2022, newer than 2019; write to .*earlier/,
    );
    expect(older.rows()[0]?.value).toBe("19934298");
  });

  test("writes the same bytes for the same file twice", async () => {
    const folder = emptyFolder();
    const first = await runImport("un-wpp", "p.csv", population("19077749"), { release: "2019", folder });
    const before = ["observations.csv", "source.json"].map(first.text);
    const second = await runImport("un-wpp", "p.csv", population("19077749"), { release: "2019", folder });
    expect(["observations.csv", "source.json"].map(second.text)).toEqual(before);
    expect(second.files).toEqual(["out/observations.csv", "out/source.json"]);
  });
});
