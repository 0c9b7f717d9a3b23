import { areas } from "@yeelen/dataset/plain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerCsv, textCsv } from "../../../packages/dashboard/src/lib/explore/csv.ts";
import {
  sheetFromAddress,
  sheetToAddress,
} from "../../../packages/dashboard/src/lib/explore/sheet-address.ts";

const codes = areas.map(({ code }) => code);

const holds = { areas: codes, indicators: ["a", "b", "c"], usual: ["a", "b"] };

test("sheetToAddress(sheet) and sheetFromAddress(address) are each other's inverse, whatever the order", () => {
  const sheet = fc.record({
    areas: fc.shuffledSubarray(codes, { minLength: 1 }),
    indicators: fc.shuffledSubarray(holds.indicators, { minLength: 1 }),
    as: fc.constantFrom("value" as const, "rate" as const),
    releases: fc.shuffledSubarray(["unodc-glotip/2025-04-14", "un-wpp/2019"]),
  });
  fc.assert(
    fc.property(sheet, (one) => {
      expect(sheetFromAddress(sheetToAddress(one, holds), holds)).toEqual(one);
    }),
  );
});

test("sheetFromAddress(address) leaves out what is not on the sheet", () => {
  const address = "?areas=MLI+XXX+MLI&as=colour&indicators=z+b&release=un-wpp/2019+<b>+../up";
  expect(sheetFromAddress(address, holds)).toEqual({
    areas: ["MLI"],
    indicators: ["b"],
    as: "value",
    releases: ["un-wpp/2019"],
  });
});

test("answerCsv(answer) writes an absence as an empty cell with its reason", () => {
  const columns = ["area", "period", "value", "low", "high", "absence"].map((name) => ({
    name,
    role: "dimension" as const,
  }));
  const row = { area: "MLI", period: 2018, value: null, low: 0, high: 4, absence: "suppressed" as const };
  expect(answerCsv({ columns, rows: [row] })).toBe(
    "area,period,value,low,high,absence\nMLI,2018,,0,4,suppressed\n",
  );
});

test("textCsv(lines) quotes what must be quoted and lets no spreadsheet run a cell", () => {
  expect(textCsv([['a "b", c', "=1+1", "-5", "plain"]])).toBe('"a ""b"", c",\'=1+1,\'-5,plain\n');
});
