import { csvLines, csvText, harmless } from "@yeelen/dataset/plain";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

test("csvText(lines) quotes what must be quoted and lets no spreadsheet run a cell, but leaves numbers numbers", () => {
  expect(csvText([['a "b", c', "=1+1", "-5", -5, null, undefined, true, "plain"]])).toBe(
    '"a ""b"", c",\'=1+1,\'-5,-5,,,true,plain\n',
  );
  expect(csvText([[{ number: "-9007199254740993" }, "@x", "\tx", "a\nb"]])).toBe(
    "-9007199254740993,'@x,'\tx,\"a\nb\"\n",
  );
});

test("csvText(lines) begins with a byte-order mark exactly where something is not plain ASCII", () => {
  expect(csvText([["area"], ["MLI"]]).startsWith("\uFEFF")).toBe(false);
  expect(csvText([["année"], ["2018"]]).startsWith("\uFEFF")).toBe(true);
  expect(csvText([["area"], ["Côte d’Ivoire"]]).startsWith("\uFEFF")).toBe(true);
});

test("csvLines(lines) gives back every text to a reader of RFC 4180", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (lines) => {
        const read = parse(csvLines(lines), { relax_column_count: true }) as string[][];
        expect(read).toEqual(lines.map((line) => line.map(harmless)));
      },
    ),
  );
});
