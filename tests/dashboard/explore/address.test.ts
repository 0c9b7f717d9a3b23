import { areas } from "@yeelen/dataset/plain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerCsv, textCsv } from "../../../packages/dashboard/src/lib/explore/csv.ts";
import {
  fromAddress,
  mended,
  toAddress,
  usual,
  type Scope,
} from "../../../packages/dashboard/src/lib/explore/question.ts";
import {
  sheetFromAddress,
  sheetToAddress,
} from "../../../packages/dashboard/src/lib/explore/sheet-address.ts";

const scope: Scope = {
  id: "victims-detected",
  period: [2007, 2022],
  measures: ["value", "rate", "share"],
  dimensions: ["sex", "age"],
  forward: "BLR",
};
const codes = areas.map(({ code }) => code);

const chosen = fc
  .record({
    areas: fc.subarray(codes, { minLength: 1 }),
    first: fc.integer({ min: 2007, max: 2022 }),
    last: fc.integer({ min: 2007, max: 2022 }),
    by: fc.constantFrom("sex" as const, "age" as const, null),
    measure: fc.constantFrom("value" as const, "rate" as const, "share" as const),
    forward: fc.constantFrom(...codes, null),
  })
  .map((one) => mended(one, scope));

test("toAddress(chosen) and fromAddress(address) are each other's inverse", () => {
  fc.assert(
    fc.property(chosen, (one) => {
      expect(fromAddress(toAddress(one, scope), scope)).toEqual(one);
    }),
  );
});

test("toAddress(chosen) of the usual question is empty, and the empty address is the usual question", () => {
  expect(toAddress(usual(scope), scope)).toBe("");
  expect(fromAddress("", scope)).toEqual(usual(scope));
});

test("fromAddress(address) names the parameter, its value and what is allowed", () => {
  expect(() => fromAddress("?by=colour", scope)).toThrow(/by.*colour/);
  expect(() => fromAddress("?nonsense=1", scope)).toThrow(/nonsense/);
});

test("mended(chosen) gives a share a breakdown, and forgets a country that is not shown", () => {
  const asked = { ...usual(scope), areas: ["MLI"], measure: "share" as const };
  expect(mended(asked, scope)).toMatchObject({ by: "sex", forward: null });
});

test("sheetToAddress(sheet) and sheetFromAddress(address) are each other's inverse", () => {
  const sheet = fc.record({
    areas: fc.shuffledSubarray(codes, { minLength: 1 }),
    as: fc.constantFrom("value" as const, "rate" as const),
  });
  fc.assert(
    fc.property(sheet, (one) => {
      expect(sheetFromAddress(sheetToAddress(one, codes), codes)).toEqual(one);
    }),
  );
});

test("sheetFromAddress(address) leaves out what is not on the sheet", () => {
  expect(sheetFromAddress("?areas=MLI+XXX+MLI&as=colour", codes)).toEqual({ areas: ["MLI"], as: "value" });
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
