import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

const publish = () => yeelen(folder, "publish", "--data", "mine", "--out", "mine/published");
const observations = (name: string) =>
  readFile(join(folder, "mine/sources", name, "observations.csv"), "utf8");

describe("yeelen init", () => {
  test("makes a folder that publishes, verifies and answers at once", async () => {
    const made = await yeelen(folder, "init", "mine");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain("npx yeelen publish --data mine --out mine/published\n");
    const published = await publish();
    expect(published).toMatchObject({ code: 0, stderr: "" });
    expect(published.stdout).toMatch(
      /new: 10 rows read, 0 left out, 10 figures, 1 not reported, 1 suppressed/,
    );
    expect((await yeelen(folder, "verify", "mine/published")).code).toBe(0);
    expect(
      existsSync(join(folder, "mine/published/mine", new Date().toISOString().slice(0, 10), "charts")),
    ).toBe(true);
  });

  test("takes a table with names and columns of its own", async () => {
    const table = [
      "Country,Year,Gender,Persons seen,Remark,Case worker",
      "Fiji,2021,Female,12,,A. Person",
      '"Côte d’Ivoire",2021,male,7,"moved, then back",B. Person',
      "076,2022,,0,,",
      "FR,2022,Total,,,",
    ].join("\r\n");
    await writeFile(join(folder, "cases.csv"), `\ufeff${table}\r\n`);
    const columns = ["Country=area", "Year=period", "Gender=sex", "Persons seen=value", "Remark=note"];
    const made = await yeelen(
      folder,
      ...["init", "mine", "--table", "cases.csv", "--policy", "as-published", "--dataset", "shelter-cases"],
      ...columns.flatMap((column) => ["--column", column]),
      ...["--leave-out", "Case worker"],
    );
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(await observations("shelter-cases")).toBe(
      [
        "indicator,area,period,sex,value,absence,note",
        "shelter-cases,FJI,2021,F,12,,",
        'shelter-cases,CIV,2021,M,7,,"moved, then back"',
        "shelter-cases,BRA,2022,T,0,,",
        "shelter-cases,FRA,2022,T,,not-reported,",
        "",
      ].join("\n"),
    );
    const indicator = JSON.parse(await readFile(join(folder, "mine/indicators/shelter-cases.json"), "utf8"));
    expect(indicator).toMatchObject({
      dimensions: ["sex"],
      codes: { sex: ["T", "F", "M"] },
      period: [2021, 2022],
    });
    expect(await publish()).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    [
      ["country,year,n", "Fiji,2021,3"],
      [],
      /row 1: column "country" is not one of indicator, area, .*say --column country=/,
    ],
    [
      ["area,period,value,name", "FJI,2021,3,A. Person"],
      [],
      /column "name" is not one of .* --leave-out name/,
    ],
    [["area,period,value", "Atlantis,2021,3"], [], /row 2, column area: "Atlantis"; expected a country/],
    [
      ["area,period,value", "FJI,2021,<5"],
      [],
      /row 2, column value: "<5"; expected a plain number such as 1192 or 0\.5, or nothing/,
    ],
    [["area,period,value", 'FJI,2021,"1,192"'], [], /column value: "1,192"/],
    [["area,period,value", "FJI,last year,3"], [], /column period: "last year"; expected a year/],
    [
      ["area,period,sex,value", "FJI,2021,women,3"],
      [],
      /column sex: "women"; expected one of T \(Total\), F \(Female\)/,
    ],
    [["area,period", "FJI,2021"], [], /row 1: no column is read as value/],
    [["area,period,value"], [], /no rows/],
    [
      ["area,period,value", "FJI,2021,3"],
      ["--column", "nation=area"],
      /no column nation; expected one of area, period, value/,
    ],
    [["area,period,value", "FJI,2021,3"], ["--column", "area"], /--column: area; expected <yours>=<ours>/],
  ])("refuses %j %j in one line and makes nothing", async (lines, more, message) => {
    await writeFile(join(folder, "t.csv"), `${lines.join("\n")}\n`);
    const { code, stderr } = await yeelen(
      folder,
      "init",
      "mine",
      "--table",
      "t.csv",
      "--policy",
      "open",
      ...more,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^yeelen: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, "mine"))).toBe(false);
  });

  test("wants to be told how a table is protected, and a folder that is empty", async () => {
    await writeFile(join(folder, "t.csv"), "area,period,value\nFJI,2021,3\n");
    expect((await yeelen(folder, "init", "mine", "--table", "t.csv")).stderr).toMatch(
      /^yeelen: --policy is missing: /,
    );
    await mkdir(join(folder, "mine"));
    await writeFile(join(folder, "mine/notes.txt"), "");
    const { code, stderr } = await yeelen(folder, "init", "mine");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^yeelen: not empty: .* holds notes\.txt; name a new folder\n$/);
  });
});
