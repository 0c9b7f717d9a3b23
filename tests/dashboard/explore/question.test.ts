import { areas } from "@yeelen/dataset/plain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { adapted, kinds, obstacleTo, type Kind } from "../../../packages/dashboard/src/lib/explore/kinds.ts";
import {
  mended,
  questionOf,
  usual,
  type Chosen,
  type Scope,
} from "../../../packages/dashboard/src/lib/explore/question.ts";
import { fromAddress, toAddress } from "../../../packages/dashboard/src/lib/explore/question-address.ts";

const scope: Scope = {
  id: "victims-detected",
  period: [2007, 2022],
  measures: ["value", "rate", "share", "rank"],
  dimensions: ["sex", "age"],
  codes: { sex: ["T", "F", "M"], age: ["T", "LT18", "GE18"] },
  forward: "BLR",
  releases: ["unodc-glotip/2025-04-14", "unodc-glotip/2023-05-30"],
};
const flows: Scope = { ...scope, id: "victims-by-citizenship", dimensions: ["counterpart"], codes: {} };
const codes = areas.map(({ code }) => code);
const year = fc.integer({ min: 2007, max: 2022 });

const anything: fc.Arbitrary<Chosen> = fc.record({
  kind: fc.constantFrom(...kinds),
  areas: fc.subarray(codes, { minLength: 1 }),
  first: year,
  last: year,
  year: fc.option(year),
  by: fc.subarray(["sex" as const, "age" as const]),
  where: fc.constantFrom({}, { sex: "F" }, { age: "LT18" }, { sex: "M", age: "GE18" }),
  measure: fc.constantFrom("value" as const, "rate" as const, "share" as const, "rank" as const),
  forward: fc.constantFrom(...codes, null),
  release: fc.constantFrom(...scope.releases, null),
});

test("mended(chosen) is always a question that its kind can show", () => {
  fc.assert(
    fc.property(anything, (one) => {
      const whole = mended(one, scope);
      expect(obstacleTo(whole, scope)).toBeNull();
      expect(mended(whole, scope)).toEqual(whole);
    }),
  );
});

test("toAddress(chosen) and fromAddress(address) are each other's inverse", () => {
  fc.assert(
    fc.property(anything, (one) => {
      const whole = mended(one, scope);
      const read = fromAddress(toAddress(whole, scope), scope);
      expect(read.misread).toEqual([]);
      // a year that the kind does not show is no part of what is asked
      const shown = ["bar", "map", "flow"].includes(whole.kind) ? whole : { ...whole, year: null };
      expect(read.choice).toEqual(shown);
    }),
  );
});

test("toAddress(chosen) of the usual question is empty, and the empty address is the usual question", () => {
  expect(toAddress(usual(scope), scope)).toBe("");
  expect(fromAddress("", scope)).toEqual({ choice: usual(scope), misread: [] });
  expect(fromAddress("?utm_source=letter&fbclid=x&nonsense=1", scope)).toEqual(fromAddress("", scope));
  expect(usual({ ...scope, period: [2021, 2021] }).kind).toBe("bar");
});

test.each([
  ["?kind=pie", /kind.*pie.*line, bar/],
  ["?areas=MLI+XXX", /areas\[1\].*XXX.*MLI/],
  ["?period=1950..1960", /period.*1950\.\.1960.*2007 to 2022/],
  ["?kind=bar&year=1999", /year.*1999.*2007 to 2022/],
  ["?by=colour", /by.*colour/],
  ["?by=exploitation", /by.*exploitation.*sex, age/],
  ["?where=sex:X", /where\.sex.*X.*F, M/],
  ["?by=sex&where=sex:F", /where.*sex/],
  ["?measure=index", /measure.*index/],
  ["?measure=share", /measure.*share.*by or where/],
  ["?kind=map&by=sex", /kind.*map.*line, bar/],
  ["?areas=MLI&forward=SEN", /forward.*SEN.*MLI/],
  ["?release=unodc-glotip/2024-01-01", /release.*2024-01-01.*2025-04-14/],
  ["?limit=3", /limit.*3/],
])("fromAddress(%s) names the parameter, its value and what is allowed", (address, message) => {
  const { misread } = fromAddress(address, scope);
  expect(misread).toHaveLength(1);
  expect(misread[0]).toMatch(message);
});

test.each([
  ["?areas=MLI+NER&period=2015..2020&fbclid=x", { areas: ["MLI", "NER"], first: 2015, last: 2020 }, 0],
  ["?areas=MLI+XXX&measure=rate", { areas: ["MLI"], measure: "rate" }, 1],
  ["?areas=MLI&period=x&by=colour+sex&limit=3&utm_id=1", { areas: ["MLI"], first: 2007, by: ["sex"] }, 3],
  ["?where=sex:X+age:LT18&kind=bar&year=1999", { where: { age: "LT18" }, kind: "bar", year: null }, 2],
  ["?kind=map&by=sex&areas=MLI", { kind: "line", by: ["sex"], areas: ["MLI"] }, 1],
  ["?measure=raet&forward=SEN&areas=MLI", { measure: "value", forward: null, areas: ["MLI"] }, 2],
  ["?indicator=convicted&areas=MLI&areas=NER", { areas: ["MLI"] }, 1],
] as const)("fromAddress(%s) keeps what can be followed", (address, kept, wrong) => {
  const { choice, misread } = fromAddress(address, scope);
  expect(choice).toMatchObject(kept);
  expect(misread).toHaveLength(wrong);
});

test("fromAddress(address) reads any text, and what it reads can be shown", () => {
  const name = fc.constantFrom(
    "areas",
    "period",
    "by",
    "where",
    "measure",
    "release",
    "kind",
    "year",
    "forward",
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("MLI", "sex", "sex:F", "share", "map", "2012", "last-3"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (pairs) => {
      const { choice, misread } = fromAddress(`?${new URLSearchParams(pairs)}`, scope);
      expect(obstacleTo(choice, scope)).toBeNull();
      // what was kept says the same again, without a fault
      expect(fromAddress(toAddress(choice, scope), scope).misread).toEqual([]);
      expect(misread.length).toBeLessThanOrEqual(pairs.length * 20);
    }),
  );
});

test("fromAddress(address) keeps every part of a pinned link, and cuts years to those there are", () => {
  const link = "?areas=region:europe&period=2000..2015&by=age&where=sex:F&release=unodc-glotip/2023-05-30";
  expect(fromAddress(link, scope).choice).toMatchObject({
    kind: "line",
    areas: ["BLR", "UKR"],
    first: 2007,
    last: 2015,
    by: ["age"],
    where: { sex: "F" },
    release: "unodc-glotip/2023-05-30",
  });
  expect(fromAddress("?areas=MLI&period=latest", scope).choice).toMatchObject({ kind: "bar", first: 2007 });
  expect(fromAddress("?areas=MLI&period=last-3", scope).choice).toMatchObject({ first: 2020, last: 2022 });
});

test("obstacleTo(chosen) says why a kind cannot show a question", () => {
  const at = (kind: Kind, change: Partial<Chosen> = {}, of = scope) =>
    obstacleTo({ ...usual(of), ...change, kind }, of);
  expect(at("line", { first: 2020, last: 2020 })).toBe("oneYear");
  expect(at("multiples", { areas: ["MLI"] })).toBe("oneArea");
  expect(at("map", { by: ["sex"] })).toBe("breakdown");
  expect(at("stack", { by: ["sex"], measure: "rank" })).toBe("notAdditive");
  expect(at("stack", {}, flows)).toBe("noParts");
  expect(at("flow")).toBe("noCounterpart");
  expect(at("bar", { by: ["counterpart"] }, flows)).toBe("pairs");
  expect(at("table", { by: ["counterpart"] }, flows)).toBeNull();
});

test("adapted(chosen, kind) gives a stack its parts and one country, a flow both ends, a map one figure each", () => {
  const start = { ...usual(scope), forward: null };
  expect(adapted(start, "stack", scope)).toMatchObject({ by: ["sex"], forward: codes[0] });
  expect(adapted({ ...start, by: ["sex"] }, "map", scope).by).toEqual([]);
  expect(adapted(usual(flows), "flow", flows).by).toEqual(["counterpart"]);
  expect(adapted({ ...usual(flows), by: ["counterpart"] }, "line", flows).by).toEqual([]);
});

test("questionOf(chosen) asks for one year, or one country, where the kind shows one", () => {
  const map = { ...usual(scope), kind: "map" as const, year: 2015 };
  expect(questionOf(map, scope).period).toEqual([2015, 2015]);
  expect(questionOf({ ...map, kind: "line" }, scope).period).toEqual([2007, 2022]);
  const stack = mended({ ...usual(scope), kind: "stack" }, scope);
  expect(questionOf(stack, scope)).toMatchObject({ areas: ["BLR"], by: ["sex"] });
});
