import { Observation } from "@yeelen/dataset";
import { expect, test } from "vitest";

const known = {
  dataset: "unodc-glotip",
  indicator: "victims-detected",
  area: "MLI",
  period: 2018,
  sex: "T",
  age: "T",
  exploitation: "T",
  counterpart: "T",
  value: 13,
  low: 13,
  high: 13,
  absence: null,
  note: "",
};
const suppressed = { ...known, value: null, low: 0, high: 4, absence: "suppressed" };

test("Observation accepts a known value and a suppressed range", () => {
  expect(Observation.safeParse(known).success).toBe(true);
  expect(Observation.safeParse(suppressed).success).toBe(true);
  expect(Observation.safeParse({ ...known, value: 0, low: 0, high: 0 }).success).toBe(true);
});

test.each([
  ["a missing value without a reason", { ...known, value: null, low: null, high: null }],
  ["a value together with a reason for its absence", { ...known, absence: "suppressed" }],
  ["a suppressed cell without its range", { ...suppressed, low: null, high: null }],
  ["a suppressed range that holds one value", { ...suppressed, low: 3, high: 3 }],
  ["bounds that contradict a known value", { ...known, low: 12 }],
  ["a negative count", { ...known, value: -1, low: -1, high: -1 }],
  ["NaN", { ...known, value: NaN, low: NaN, high: NaN }],
  ["a country name in place of its code", { ...known, area: "Mali" }],
  ["an unknown sex", { ...known, sex: "Female" }],
  ["a year that is text", { ...known, period: "2018" }],
  ["a column nobody declared", { ...known, name: "A. B." }],
])("Observation refuses %s", (_, row) => {
  expect(Observation.safeParse(row).success).toBe(false);
});
