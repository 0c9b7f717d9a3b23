import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { csv, header, rows, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
const table = "sources/made-register/observations.csv";

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
});
afterEach(() => remove());

const row = (change: Record<number, string>) => {
  const cells = "made-register,cases-seen,MLI,2018,T,T,T,T,30,30,30,,".split(",");
  for (const [index, text] of Object.entries(change)) cells[Number(index)] = text;
  return csv([cells.join(",")]);
};

const cases: [what: string, file: string, content: string | Buffer, message: RegExp][] = [
  ["an empty file", table, "", /observations\.csv: the file is empty/],
  [
    "a header with an unknown column",
    table,
    `${header},extra\n`,
    /row 1: unknown column "extra"; expected dataset/,
  ],
  ["a header without a column", table, "indicator,area,period\n", /row 1: column value is missing/],
  [
    "a header with a column twice",
    table,
    "indicator,area,period,value,area\n",
    /row 1: column "area" is there twice, as B and E; expected it once/,
  ],
  [
    "semicolons, and a bad cell",
    table,
    "indicator;area;period;value\ncases-seen;MLI;2018;x\n",
    /row 2, column value: "x"/,
  ],
  [
    "a row with too few cells",
    table,
    `${header}\na,b\n`,
    /row 2: 2 cells; expected 13, one for each name in the header/,
  ],
  ["a quotation mark never closed", table, csv([`${rows[0]}"x`, '"open']), /row \d: /],
  [
    "bytes that are not UTF-8",
    table,
    Buffer.concat([Buffer.from(csv(rows)), Buffer.from([0xe9, 0xff]), Buffer.from(",,,,,,,,,,,,\n")]),
    /row 10: .*expected UTF-8/,
  ],
  [
    "another dataset's name",
    table,
    row({ 0: "other" }),
    /row 2, column dataset: "other"; expected made-register/,
  ],
  ["an unknown indicator", table, row({ 1: "cases" }), /column indicator: "cases"; expected cases-seen/],
  ["an area that is no country", table, row({ 2: "XQX" }), /column area: "XQX"; expected a known area/],
  ["a lower-case area", table, row({ 2: "mli" }), /column area: "mli"/],
  ["a year that is none", table, row({ 3: "18" }), /column period: "18"; expected a year/],
  [
    "a year outside the indicator's",
    table,
    row({ 3: "2017" }),
    /column period: "2017"; expected .* cases-seen 2018 to 2020/,
  ],
  ["an unknown code", table, row({ 4: "female" }), /column sex: "female"; expected .*T, F, M/],
  ["a code the indicator does not list", table, row({ 4: "O" }), /column sex: "O"/],
  ["a dimension the indicator has not", table, row({ 5: "LT18" }), /column age: "LT18"/],
  ["a counterpart that is no code", table, row({ 7: "Mali" }), /column counterpart: "Mali"/],
  [
    "a value with a thousands comma",
    table,
    csv(['made-register,cases-seen,MLI,2018,T,T,T,T,"1,192","1,192","1,192",,']),
    /column value: "1,192"; expected a number/,
  ],
  ["a value that is text", table, row({ 8: "<5", 9: "", 10: "" }), /column value: "<5"/],
  ["a negative value", table, row({ 8: "-3", 9: "", 10: "" }), /column value: "-3"/],
  ["NaN", table, row({ 8: "NaN" }), /column value: "NaN"/],
  ["an exponent", table, row({ 8: "1e9" }), /column value: "1e9"/],
  [
    "a decimal comma",
    table,
    csv(['made-register,cases-seen,MLI,2018,T,T,T,T,"1.234,5",,,,']),
    /column value: "1\.234,5"/,
  ],
  [
    "neither value nor absence",
    table,
    row({ 8: "", 9: "", 10: "" }),
    /column value: \(empty\); expected either a value or the reason/,
  ],
  ["both value and absence", table, row({ 11: "pending" }), /column value: "30"; expected either/],
  [
    "an unknown absence",
    table,
    row({ 8: "", 9: "", 10: "", 11: "missing" }),
    /column absence: "missing"; expected empty or one of suppressed/,
  ],
  [
    "a suppressed cell without its range",
    table,
    row({ 8: "", 9: "", 10: "", 11: "suppressed" }),
    /column low: \(empty\); expected the range/,
  ],
  [
    "a range upside down",
    table,
    row({ 8: "", 9: "4", 10: "0", 11: "suppressed" }),
    /column low: "4"; expected the range/,
  ],
  [
    "a range on a cell not reported",
    table,
    row({ 8: "", 9: "0", 10: "4", 11: "not-reported" }),
    /column low: "0"; expected no range/,
  ],
  ["low that is not the value", table, row({ 9: "29" }), /column low: "29"; expected the value itself/],
  ["a note of two lines", table, row({ 12: '"a\nb"' }), /column note: .*expected text of one line/],
  [
    "a key twice",
    table,
    csv([...rows, rows[1] ?? ""]),
    /rows 3 and 10: the same key twice, with the same figure: indicator cases-seen, area MLI, period 2018/,
  ],
  ["source.json that is not JSON", "sources/made-register/source.json", "{", /source\.json: not JSON/],
  ["source.json without a field", "sources/made-register/source.json", "{}", /source\.json: field id/],
  [
    "an unknown policy",
    "sources/made-register/dataset.json",
    '{"title":"t","policy":"lax","statement":"s"}',
    /field policy/,
  ],
  [
    "a population that is not there",
    "sources/made-register/dataset.json",
    '{"title":"t","policy":"open","statement":"s","population":"nobody"}',
    /field population: nobody/,
  ],
  [
    "an indicator named otherwise",
    "indicators/cases.json",
    JSON.stringify({}),
    /indicators\/cases\.json: field/,
  ],
  [
    "an event table with a bad header",
    "sources/made-register/laws.csv",
    "Area,Year\nMLI,2012\n",
    /laws\.csv, row 1: column "Area"/,
  ],
  [
    "areas.csv with a bad header",
    "areas.csv",
    "code,name\n",
    /areas\.csv, row 1: no column "m49", "region", "programme", whose header has "code", "name"/,
  ],
  [
    "areas.csv with a bad cell",
    "areas.csv",
    "code,m49,name,region,programme\nFJI,42,Fiji,oceania,true\n",
    /areas\.csv, row 2, column m49: "42"; expected three digits/,
  ],
];

describe("yeelen publish, given", () => {
  test.each(cases)("%s, says so in one line and writes nothing", async (_what, file, content, message) => {
    await writeFile(join(folder, "data", file), content);
    const { code, stdout, stderr } = await yeelen(folder, "publish");
    expect(stderr).toMatch(/^yeelen: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const out = join(folder, "data/published");
    expect(existsSync(out) ? await readdir(out) : []).toEqual([]);
  });

  test.each([table, "sources/made-register/source.json", "sources/made-register/dataset.json"])(
    "no %s, says where it expected it",
    async (file) => {
      await rm(join(folder, "data", file));
      const { code, stderr } = await yeelen(folder, "publish");
      expect(code).toBe(2);
      expect(stderr).toMatch(/^yeelen: missing file: [^\n]+; expected it at [^\n]+\n$/);
    },
  );

  test("a data folder that is not there, says so", async () => {
    const { code, stderr } = await yeelen(folder, "publish", "--data", "nowhere");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^yeelen: missing folder: indicators; expected it at [^\n]+\n$/);
  });
});
