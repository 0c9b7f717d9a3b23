import { expect, it } from "vitest";
import { tableFromArrays, vectorFromArray, Dictionary, Utf8, Int32 } from "apache-arrow";
import {
  frequencyCounts,
  kAnonymity,
  lDiversity,
  rareCombinations,
  suppressLocally,
} from "../../packages/disclosure/src/index.ts";
import type { Columns, Value } from "../../packages/disclosure/src/index.ts";
import { seeded } from "./randomTables.ts";

const A = [2, 3, 2, 2, 3, 3, 1, 2];
const B = [3, 3, 3, 3, 3, 3, 4, 3];
const C = [1, 3, 1, 2, 1, 1, 1, 1];
const C_MISSING = C.map((value, i) => (i === 2 || i === 6 ? null : value));
const names = ["A", "B", "C"];

it("frequencyCounts(columns) gives sdcMicro's published counts", () => {
  expect([...frequencyCounts({ A, B, C }, names)]).toEqual([3, 1, 3, 1, 2, 2, 1, 3]);
});

it("frequencyCounts(columns, wildcard) gives sdcMicro's published counts with missing cells", () => {
  const columns = { A, B, C: C_MISSING };
  expect([...frequencyCounts(columns, names, "wildcard")]).toEqual([3, 1, 4, 2, 2, 2, 1, 3]);
  expect([...frequencyCounts(columns, names, "strict")]).toEqual([2, 1, 1, 1, 2, 2, 1, 2]);
});

it("frequencyCounts(columns) agrees with counting pairs, strict and wildcard, on random records", () => {
  const random = seeded(7);
  for (let trial = 0; trial < 40; trial++) {
    const columns = Object.fromEntries(
      names.map((name) => [
        name,
        Array.from({ length: 30 }, () => [null, "a", "b", "c"][Math.floor(4 * random())]!),
      ]),
    );
    for (const rule of ["strict", "wildcard"] as const) {
      const agree = (i: number, j: number): boolean =>
        names.every((name) => {
          const [one, other] = [columns[name]![i], columns[name]![j]];
          return one === other || (rule === "wildcard" && (one === null || other === null));
        });
      const expected = columns["A"]!.map((_, i) => columns["A"]!.filter((__, j) => agree(i, j)).length);
      expect([...frequencyCounts(columns, names, rule)]).toEqual(expected);
    }
  }
});

it("frequencyCounts(columns) takes typed arrays and Arrow vectors, dictionaries with nulls included", () => {
  const arrow = tableFromArrays({ A: Int32Array.from(A), B: Int32Array.from(B) });
  const words = C_MISSING.map((value) => (value === null ? null : `v${value}`));
  const columns = {
    A: arrow.getChild("A")!,
    B: Float64Array.from(B),
    C: vectorFromArray(words, new Dictionary(new Utf8(), new Int32())),
  };
  expect([...frequencyCounts(columns, names)]).toEqual([2, 1, 1, 1, 2, 2, 1, 2]);
  expect([
    ...frequencyCounts(
      { ...columns, C: vectorFromArray(C.map(String), new Dictionary(new Utf8(), new Int32())) },
      names,
    ),
  ]).toEqual([3, 1, 3, 1, 2, 2, 1, 3]);
});

it("kAnonymity(columns) reports strict and wildcard minimum, and the records below the threshold", () => {
  expect(kAnonymity({ A, B, C: C_MISSING }, names, { threshold: 2 })).toEqual({
    k: 1,
    wildcard: 1,
    classes: 6,
    below: 4,
    records: 8,
  });
});

it("kAnonymity(columns, person) counts persons, not rows", () => {
  const columns = { place: Array<string>(12).fill("x") };
  const person = Array.from({ length: 12 }, (_, i) => `p${i % 4}`);
  expect(kAnonymity(columns, ["place"]).k).toBe(12);
  expect(kAnonymity(columns, ["place"], { person }).k).toBe(4);
});

it("kAnonymity(columns) names an unknown column and unequal lengths", () => {
  expect(() => kAnonymity({ A }, ["Z"])).toThrow("unknown column: Z; there are A");
  expect(() => kAnonymity({ A, B: [1] }, ["A", "B"])).toThrow(
    "column lengths differ: B has 1 records, A has 8",
  );
});

it("lDiversity(columns) finds the class that tells its sensitive value", () => {
  const columns = { place: ["x", "x", "x", "y", "y", "y"], form: ["a", "a", "a", "a", "b", "b"] };
  const [found] = lDiversity(columns, ["place"], ["form"]);
  expect(found).toEqual({ column: "form", values: 1, share: 1, below: 3 });
});

it("rareCombinations(columns) finds three columns that single out where one and two do not", () => {
  const columns: Record<string, Value[]> = { a: [], b: [], c: [] };
  for (const a of [0, 1])
    for (const b of [0, 1])
      for (const c of [0, 1])
        for (let i = 0; i < (a + b + c === 3 ? 2 : 5); i++) {
          columns["a"]!.push(a);
          columns["b"]!.push(b);
          columns["c"]!.push(c);
        }
  expect(rareCombinations(columns, ["a", "b", "c"], 5)).toEqual([
    { columns: ["a", "b", "c"], combinations: 1, records: 2 },
  ]);
});

function randomRecords(count: number, seed: number): Columns {
  const random = seeded(seed);
  const pick = (words: readonly string[], skew: number): string =>
    words[Math.floor(words.length * random() ** skew)]!;
  const letters = Array.from({ length: 20 }, (_, i) => `n${i}`);
  const columns: Record<string, Value[]> = { sex: [], age: [], from: [], year: [], form: [] };
  for (let i = 0; i < count; i++) {
    columns["sex"]!.push(pick(["F", "M", "O"], 2));
    columns["age"]!.push(pick(["0-8", "9-17", "18-29", "30+"], 1));
    columns["from"]!.push(pick(letters, 2));
    columns["year"]!.push(2015 + Math.floor(8 * random()));
    columns["form"]!.push(pick(["labour", "sexual", "other"], 1.2));
  }
  return columns;
}

it("suppressLocally(columns) gives records that pass every rule, a blank being a value of its own", () => {
  for (const seed of [1, 2, 3]) {
    const quasi = ["sex", "age", "from", "year"];
    const result = suppressLocally(randomRecords(3000, seed), { quasi, sensitive: ["form"] });
    expect(kAnonymity(result.columns, quasi).k).toBeGreaterThanOrEqual(11);
    expect(lDiversity(result.columns, quasi, ["form"])[0]!.below).toBe(0);
    expect(rareCombinations(result.columns, [...quasi, "form"], 11)).toEqual([]);
    expect(result.records + result.recordsLost).toBe(3000);
    expect(result.shareOfRecordsLost).toBeLessThan(0.05);
  }
});

it("suppressLocally(columns) gives the same file whatever order the records came in", () => {
  const records = randomRecords(1000, 4);
  const reversed = Object.fromEntries(
    Object.entries(records).map(([name, column]) => [name, Array.from(column as Value[]).reverse()]),
  );
  const options = { quasi: ["sex", "age", "from", "year"], sensitive: ["form"] };
  expect(suppressLocally(reversed, options).columns).toEqual(suppressLocally(records, options).columns);
});

it("suppressLocally(columns) blanks the column that costs least", () => {
  const records = randomRecords(3000, 5);
  const quasi = ["sex", "age", "from", "year"];
  const dear = suppressLocally(records, { quasi, weights: { from: 10 } });
  const cheap = suppressLocally(records, { quasi, weights: { year: 10 } });
  expect(dear.blanked["from"]).toBeLessThan(cheap.blanked["from"]!);
});
