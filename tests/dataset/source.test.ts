import { Source } from "@yeelen/dataset";
import { expect, test } from "vitest";

const source = {
  id: "unodc-glotip",
  title: "Global Report on Trafficking in Persons data",
  publisher: "UNODC",
  release: "2025-04-14",
  licence: "terms: see publisher",
  url: "https://dataunodc.un.org/",
  file: { name: "data_glotip.xlsx", bytes: 10, sha256: "0".repeat(64) },
  rowsRead: 10,
  rowsKept: 7,
  leftOut: [
    { reason: "another country", rows: 2 },
    { reason: "leaked questionnaire field", rows: 1 },
  ],
  unmapped: [],
  remarks: [],
};

test("Source accepts a file in which every row read is kept or left out for a reason", () => {
  expect(Source.safeParse(source).success).toBe(true);
});

test("Source refuses a file in which a row is lost", () => {
  expect(Source.safeParse({ ...source, rowsRead: 11 }).success).toBe(false);
});
