import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write, type WorkBook } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { tidyTable } from "../../../packages/publish/src/init/own-table.ts";
import { readTable } from "../../../packages/publish/src/tables/read-table.ts";

const shared = join(import.meta.dirname, "../../../../shared/cases/tables");
const read = (content: string | Uint8Array, choice = {}) =>
  tidyTable(
    { file: "t.csv", bytes: typeof content === "string" ? new TextEncoder().encode(content) : content },
    { as: new Map(), leaveOut: [], indicator: "i", ...choice },
  ).text.replaceAll("i,", "");
const header = "area,period,value";
const value = (cell: string) => `${header}\nMLI,2020,${/[,"]/.test(cell) ? `"${cell}"` : cell}\n`;
const utf16 = Buffer.concat([
  Buffer.from([0xff, 0xfe]),
  Buffer.from("area,period,value\nCôte d'Ivoire,2020,7\n", "utf16le"),
]);

/** By the name of the folder that holds the same table: what is said of it, or how it is read. */
const cases: readonly (readonly [name: string, content: string | Uint8Array, expected: RegExp | string])[] = [
  [
    "blank-row-number",
    `${header}\nMLI,2020,7\n\nSEN,2020,4\nNER,2020,x9\n`,
    /row 5, column value: "x9"; expected a plain number/,
  ],
  ["blank-rows", `${header}\nMLI,2020,7\n\n,,\nNER,2020,9\n,,\n`, "MLI,2020,7\nNER,2020,9\n"],
  ["bom-crlf", `\uFEFF${header}\r\nMLI,2020,7\r\nNER,2020,9\r\n`, "MLI,2020,7\nNER,2020,9\n"],
  ["case-code", `${header}\nmli,2020,7\nner,2020,9\n`, "MLI,2020,7\nNER,2020,9\n"],
  ["case-column", " AREA ,Period,VALUE\nMLI,2020,7\n", "MLI,2020,7\n"],
  ["cr-only", `${header}\rMLI,2020,7\rNER,2020,9\r`, "MLI,2020,7\nNER,2020,9\n"],
  [
    "date-year",
    `${header}\nMLI,2020-12-31,7\nNER,01/01/2020,8\n`,
    /row 2, column period: "2020-12-31"; expected a year of four digits/,
  ],
  [
    "dup-rows",
    `${header}\nMLI,2020,7\nMLI,2020,8\n`,
    /rows 2 and 3: the same key twice, with different figures: .*keep the one that is right/,
  ],
  ["empty", "", /t\.csv: the file is empty; expected a header row/],
  ["empty-columns", `${header},,\nMLI,2020,7,,\nNER,2020,9,,\n`, "MLI,2020,7\nNER,2020,9\n"],
  [
    "eq-in-column",
    "Area,Year,Persons=seen\nMLI,2020,7\n",
    /row 1: column "Year" is not one of .*say --column Year=/,
  ],
  ["header-only", `${header}\n`, /row 1: no rows below the header/],
  [
    "html-as-csv",
    "<!DOCTYPE html>\n<html><body>404 Not found, sorry</body></html>\n",
    /a web page, not a table/,
  ],
  [
    "latin1",
    Buffer.from(`${header}\nCôte d'Ivoire,2020,7\n`, "latin1"),
    /row 2: "C\uFFFDte d'Ivoire"; expected UTF-8 text; save it again as CSV UTF-8/,
  ],
  [
    "low-high",
    `${header},low,high,absence\nMLI,2020,,0,4,suppressed\nNER,2020,3,0,4,suppressed\n`,
    /row 3, column value: "3"; expected a value or the reason for its absence, never both/,
  ],
  ["m49", `${header}\n466,2020,7\n4,2020,9\n004,2021,8\n`, "MLI,2020,7\nAFG,2020,9\nAFG,2021,8\n"],
  ["na-namibia", `${header}\nNA,2020,7\nNG,2020,9\nNAM,2021,8\n`, "NAM,2020,7\nNGA,2020,9\nNAM,2021,8\n"],
  ["names", `${header}\n"Côte d’Ivoire",2020,1\n`, "CIV,2020,1\n"],
  [
    "sdmx-flags",
    `${header},absence\nMLI,2020,,c\n`,
    /row 2, column absence: "c"; expected one of suppressed/,
  ],
  [
    "semicolon",
    "area;period;value\nMLI;2020;7,5\nNER;2020;9,25\n",
    /row 2, column value: "7,5"; expected .*decimals take a point/,
  ],
  [
    "semicolon-decimal-3",
    "area;period;value;low\nMLI;2020;1,1;2,2\n",
    /row 2, column value: "1,1"; expected .*decimals take a point/,
  ],
  ["tab", "area\tperiod\tvalue\nMLI\t2020\t7\n", "MLI,2020,7\n"],
  ["thousands-comma", value("1,234"), /"1,234"; expected .*write 1234 for a thousand and more/],
  [
    "thousands-dot",
    `${header}\nMLI,2020,1.234\nNER,2020,2.501\nSEN,2020,987\n`,
    /row 2, column value: "1.234"; expected a whole number: it most likely means 1234; .*--fractions/,
  ],
  ["trailing-comma-header", `${header},\nMLI,2020,7\nNER,2020,9\n`, "MLI,2020,7\nNER,2020,9\n"],
  ["two-digit-year", `${header}\nMLI,20,7\n`, /column period: "20"; expected a year of four digits/],
  [
    "unquoted-comma",
    `${header}\nCongo, Dem. Rep.,2020,7\n`,
    /row 2: 4 cells, "7" under no name; expected 3, .*in quotation marks/,
  ],
  ["utf16", utf16, "CIV,2020,7\n"],
  ["value-NA", value("NA"), /"NA"; expected .*not-reported/],
  ["value-NULL", value("NULL"), /"NULL"; expected .*not-reported/],
  ["value-colon", value(":"), /":"; expected .*not-reported/],
  ["value-dot5", value(".5"), /".5"; expected .*zero before the point/],
  ["value-dots", value(".."), /".."; expected .*not-reported/],
  ["value-e", value("1e3"), /"1e3"; expected .*write all digits/],
  ["value-endash", value("–"), /"–"; expected .*not-reported/],
  ["value-hyphen", value("-"), /"-"; expected .*not-reported/],
  ["value-inf", value("Infinity"), /"Infinity"; expected .*no figure/],
  ["value-lead0", value("007"), /"007"; expected .*leading zeros/],
  ["value-less5", value("<5"), /"<5"; expected .*low, high and absence suppressed/],
  ["value-minus", value("-3"), /"-3"; expected .*zero or more/],
  ["value-na", value("n/a"), /"n\/a"; expected .*not-reported/],
  ["value-nan", value("NaN"), /"NaN"; expected .*not-reported/],
  ["value-percent", value("12%"), /"12%"; expected .*leave out the sign/],
  ["value-plus", value("+3"), /"\+3"; expected .*leave out the sign/],
  ["value-star", value("7*"), /"7\*"; expected .*a remark goes into a column note/],
  ["value-uminus", value("−3"), /"−3"; expected .*zero or more/],
  ["value-x", value("x"), /"x"; expected .*not-reported/],
];

const more: typeof cases = [
  [
    "mixed line ends",
    `${header}\r\nMLI,2020,7\nNER,2020,9\rSEN,2020,4`,
    "MLI,2020,7\nNER,2020,9\nSEN,2020,4\n",
  ],
  [
    "a quoted line break above a bad cell",
    `${header},note\nMLI,2020,7,"a\nb"\nNER,2020,x,\n`,
    /row 3, column value: "x"/,
  ],
  [
    "a name too many in the header",
    `${header},low\nMLI,2020,7\n`,
    /row 2: 3 cells; expected 4, .*a name too many/,
  ],
  ["a column twice", `${header},Value \nMLI,2020,7,8\n`, /row 1: column "Value" is there twice, as C and D/],
  ["a column without a name", "area,,period,value\nMLI,x,2020,7\n", /row 1: column B has no name/],
  [
    "the year 3000",
    `${header}\nMLI,3000,7\n`,
    /column period: "3000"; expected a year of four digits from 1900 to 2100/,
  ],
  [
    "the same row twice",
    `${header}\nMLI,2020,7\nMLI,2020,7\n`,
    /rows 2 and 3: the same key twice, with the same figure: .*delete one/,
  ],
  ["thin spaces between thousands", value("1\u202f234"), /expected .*between thousands/],
  ["a whole number beyond 2^53", value("9007199254740993"), /at most 9007199254740991/],
  ["a fraction of more digits than are kept", value("0.12345678901234567890123"), /expected/],
  ["a fraction as a program wrote it out", value("16.680999999999997"), "MLI,2020,16.680999999999997\n"],
  ["the largest whole number", value("9007199254740991"), "MLI,2020,9007199254740991\n"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /an old workbook \(\.xls\)/],
  [
    "a quotation mark never closed",
    `${header}\nMLI,2020,"7\n`,
    /row 2: a quotation mark is opened and never closed/,
  ],
  [
    "a quotation mark within a cell",
    `${header}\nMLI,2020,7"\n`,
    /row 2: a quotation mark stands within a cell/,
  ],
];

const expectCase = (content: string | Uint8Array, expected: RegExp | string) => {
  if (typeof expected !== "string") expect(() => read(content)).toThrow(expected);
  else
    expect(
      read(content)
        .split("\n")
        .slice(1)
        .map((row) => row.split(",").slice(0, 3).join(","))
        .join("\n"),
    ).toBe(expected);
};

describe("tidyTable(file, choice), given", () => {
  test.each([...cases, ...more])("%s, reads it or says what is wrong", (_name, content, expected) =>
    expectCase(content, expected),
  );

  test
    .skipIf(!existsSync(shared))
    .each(cases.filter(([name]) => existsSync(join(shared, name, "table.csv"))))(
    "the raw file %s, does the same",
    (name, _content, expected) => expectCase(readFileSync(join(shared, name, "table.csv")), expected),
  );

  test("fractions that are meant, keeps them", () => {
    expect(read(value("1.234"), { fractions: true })).toContain("MLI,2020,1.234\n");
    expect(read(`${header}\nMLI,2020,0.0004\nNER,2020,0\n`)).toContain("MLI,2020,0.0004\n");
  });
});

type Sheets = Readonly<Record<string, readonly (readonly unknown[])[]>>;
function book(sheets: Sheets, change: (book: WorkBook) => void = () => undefined): Uint8Array {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  change(made);
  return new Uint8Array(write(made, { type: "buffer", bookType: "xlsx" }) as Buffer);
}
const rows = (figure: unknown) => [
  ["area", "period", "value"],
  ["MLI", 2020, figure],
];
const hide = (at: number, hidden: 1 | 2) => (made: WorkBook) => {
  made.Workbook = {
    Sheets: made.SheetNames.map((name, index) => ({ name, Hidden: index === at ? hidden : 0 })),
  };
};
const table = (bytes: Uint8Array, sheet?: string) =>
  readTable({ file: "t.xlsx", bytes }, { required: ["area", "period", "value"] }, { sheet });

describe("readTable(workbook) ", () => {
  test.each([1, 2] as const)(
    "reads the visible sheet, not one that is hidden (%i), and says so",
    (hidden) => {
      const bytes = book({ draft: rows(999), figures: rows(13) }, hide(0, hidden));
      expect(table(bytes).rows).toEqual([{ row: 2, cells: ["MLI", "2020", "13"] }]);
      expect(table(bytes).remarks).toEqual([
        'Read from sheet "figures"; not read: "draft", hidden, with the same columns.',
      ]);
      expect(table(bytes, "draft").rows[0]?.cells[2]).toBe("999");
    },
  );

  test.each<[string, Uint8Array, RegExp]>([
    [
      "two sheets with the columns",
      book({ a: rows(13), b: rows(15) }),
      /t\.xlsx: the sheets "a", "b" could all be meant; .*--sheet <name>/,
    ],
    [
      "only a hidden sheet",
      book({ a: rows(13), notes: [["x"]] }, hide(0, 2)),
      /only hidden sheets have these columns: "a"; .*unhide it/,
    ],
    [
      "merged cells",
      book({ a: [...rows(13), ["", 2021, 4]] }, (made) => {
        made.Sheets["a"]!["!merges"] = [utils.decode_range("A2:A3")];
      }),
      /t\.xlsx, sheet "a", row 2, column area: the cells A2:A3 are merged/,
    ],
    [
      "a formula without its result",
      book({ a: rows(13) }, (made) => {
        made.Sheets["a"]!["C2"] = { t: "n", f: "6+7" };
      }),
      /sheet "a", row 2, column value: "=6\+7"; expected a value/,
    ],
  ])("refuses %s", (_what, bytes, message) => expect(() => table(bytes)).toThrow(message));

  test("reads a formula as the workbook last stored it, and says so", () => {
    const bytes = book({ a: rows(13) }, (made) => {
      made.Sheets["a"]!["C2"] = { t: "n", v: 14, f: "6+8" };
    });
    expect(table(bytes).rows[0]?.cells[2]).toBe("14");
    expect(table(bytes).remarks).toEqual([expect.stringMatching(/^1 cell is a formula/)]);
  });

  const glotip = ["Country", "Indicator", "Year", "txtVALUE"];
  const raw = join(shared, "xlsx");
  const said: Readonly<Record<string, RegExp | string[]>> = {
    "below.xlsx": ["<5", "<1", "5-9", "≤4", "< 5"],
    "codes.xlsx": ["13", "7", "7", "13"],
    "dates-numbers.xlsx": ["13", "1 192", "0.3", "12.000000000000002", "17"],
    "formula.xlsx": /row 2, column txtVALUE: "=6\+7"; expected a value/,
    "hidden-sheet.xlsx": ["13"],
    "merged-data.xlsx": /row 2, column Country: the cells B2:B3 are merged/,
    "merged-header.xlsx": ["13"],
    "twice.xlsx": ["13", "14", "13", "13"],
    "two-sheets.xlsx": /the sheets "a", "b" could all be meant/,
    "veryhidden-sheet.xlsx": ["13"],
  };
  test.skipIf(!existsSync(raw))("reads or refuses every raw workbook as expected", () => {
    expect(readdirSync(raw).filter((name) => name.endsWith(".xlsx"))).toEqual(Object.keys(said));
    for (const [name, expected] of Object.entries(said)) {
      const reading = () =>
        readTable({ file: name, bytes: readFileSync(join(raw, name)) }, { required: glotip, optional: [] });
      if (expected instanceof RegExp) expect(reading, name).toThrow(expected);
      else
        expect(
          reading().rows.map(({ cells }) => cells.at(-1)?.replace(/\s/g, " ")),
          name,
        ).toEqual(expected);
    }
  });
});
