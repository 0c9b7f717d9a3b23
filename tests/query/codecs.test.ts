import { IndicatorQuery } from "@yeelen/dataset";
import {
  checkQuestion,
  fromAttributes,
  fromSearchParams,
  QuestionError,
  toAttributes,
  toSearchParams,
} from "@yeelen/query/views";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyQuestion, nearlyQuestion } from "./arbitrary.ts";

const question = {
  indicator: "victims-detected",
  areas: ["MLI", "NER"],
  period: [2007, 2022],
  by: ["sex"],
  where: { age: "LT18" },
} as const satisfies Record<string, unknown>;

test("toAttributes(question) spells one canonical text a field", () => {
  expect(toAttributes(checkQuestion({ ...question, limit: 5, order: "-value" }))).toEqual({
    indicator: "victims-detected",
    areas: "MLI NER",
    period: "2007..2022",
    by: "sex",
    where: "age:LT18",
    order: "-value",
    limit: "5",
  });
});

test("toSearchParams(question) is short enough to read in an address bar", () => {
  expect(toSearchParams(checkQuestion({ ...question, period: [2018, 2018] })).toString()).toBe(
    "indicator=victims-detected&areas=MLI+NER&period=2018&by=sex&where=age%3ALT18",
  );
});

test("fromAttributes(source) reads commas, spaces and line ends between items", () => {
  const read = fromAttributes({
    indicator: "victims-detected",
    areas: " MLI,NER\n ",
    period: "2007..2022",
    by: "sex",
    where: "age:LT18",
    class: "not looked at",
  });
  expect(read).toEqual(question);
});

test("fromAttributes(element) reads an element's attributes", () => {
  const attributes = new Map(Object.entries(toAttributes(checkQuestion(question))));
  expect(fromAttributes({ getAttribute: (name) => attributes.get(name) ?? null })).toEqual(question);
});

test("fromSearchParams(toSearchParams(question)) and fromAttributes(toAttributes(question)) give the question back", () => {
  fc.assert(
    fc.property(anyQuestion, (asked) => {
      expect(fromSearchParams(new URLSearchParams(toSearchParams(asked).toString()))).toStrictEqual(asked);
      expect(fromAttributes(toAttributes(asked))).toStrictEqual(asked);
    }),
    { numRuns: 2000 },
  );
});

test("checkQuestion(value) accepts what the schema accepts, and refuses what it refuses", () => {
  const verdicts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(nearlyQuestion, (value) => {
      const parsed = IndicatorQuery.safeParse(value);
      let own: unknown;
      try {
        own = checkQuestion(value);
      } catch (error) {
        expect(error).toBeInstanceOf(QuestionError);
      }
      verdicts[parsed.success ? "accepted" : "refused"] += 1;
      expect(own !== undefined, JSON.stringify(value)).toBe(parsed.success);
      if (parsed.success) expect(own).toEqual(parsed.data);
    }),
    { numRuns: 10_000 },
  );
  expect(verdicts.accepted).toBeGreaterThan(500);
  expect(verdicts.refused).toBeGreaterThan(500);
});

test.each([
  [{ areas: ["mli"] }, "areas[0]", '"mli"', "ISO 3166-1"],
  [{ areas: [] }, "areas", "a list of 0", "a list of 1 to 300"],
  [{ areas: undefined }, "areas", "nothing", "a list"],
  [{ period: [2022, 2007] }, "period", '"2022..2007"', "the first year before the last"],
  [{ period: "last-0" }, "period", '"last-0"', "last-1 to last-200"],
  [{ by: ["gender"] }, "by[0]", '"gender"', "sex, age, exploitation, counterpart"],
  [{ where: { age: "children" } }, "where.age", '"children"', "capital letters"],
  [{ measure: "mean" }, "measure", '"mean"', "value, rate, share, change, index, rank"],
  [{ limit: 0 }, "limit", "0", "1 to 100000"],
  [{ colour: "red" }, "question", '"colour"', "indicator, areas, period"],
])("checkQuestion(%j) names the field, the value and what is allowed", (wrong, field, value, allowed) => {
  const attempt = () => checkQuestion({ ...question, ...wrong });
  expect(attempt).toThrow(QuestionError);
  expect(attempt).toThrow(`not allowed in ${field}: ${value}`);
  expect(attempt).toThrow(allowed);
});

test.each([
  ["areas=MLI&areas=NER", "not allowed in areas"],
  ["lang=fr", 'not allowed in address: "lang"'],
  ["where=sex", "pairs such as sex:F age:LT18"],
  ["where=sex:F+sex:M", "each dimension once"],
  ["where=__proto__:X", 'not allowed in where: "__proto__"'],
  ["limit=1e3", 'not allowed in limit: "1e3"'],
  ["period=2007-2022", "a first and a last year"],
  ["__proto__=x", 'not allowed in address: "__proto__"'],
])("fromSearchParams(%s) says what is wrong", (text, message) => {
  const params = new URLSearchParams("indicator=victims-detected&period=latest");
  if (!text.startsWith("areas")) params.set("areas", "MLI");
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === "period") params.delete(name);
    params.append(name, value);
  }
  expect(() => fromSearchParams(params)).toThrow(message);
});

test("fromSearchParams(params, { ignore }) leaves a page its own parameters", () => {
  const params = toSearchParams(checkQuestion(question));
  params.set("lang", "fr");
  expect(fromSearchParams(params, { ignore: ["lang"] })).toEqual(question);
});
