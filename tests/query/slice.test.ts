import { answerFromView, fromAttributes } from "@yeelen/query/views";
import { sliceView } from "@yeelen/query/views/slice";
import fc from "fast-check";
import { expect, test } from "vitest";
import { indicator, observation, viewOf } from "./made-up.ts";

const detected = indicator("detected", ["sex", "age"]);
const observations = [
  observation("detected", "MLI", 2010, 10),
  observation("detected", "MLI", 2011, [0, 4], { sex: "F" }),
  observation("detected", "NER", 2013, "conflicting", { age: "LT18" }),
  observation("detected", "NER", 2014, 7, { sex: "M", age: "GE18" }),
  observation("detected", "SEN", 2016, 0),
];
const view = viewOf(detected, ["sex", "age"], ["MLI", "NER", "SEN"], observations, []);

const maybe = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined, freq: 2 });

const attributes = fc.record(
  {
    indicator: fc.constantFrom("detected", "detected", "detected", "convicted"),
    areas: fc.constantFrom("MLI", "MLI NER", "SEN MLI NER", "NER, MLI", "MLI MLI", "all", "BRA", "Mali", ""),
    period: fc.constantFrom(
      "2010..2016",
      "2012",
      "2011..2014",
      "2009..2011",
      "2016..2019",
      "latest",
      "2014..2011",
      "x",
    ),
    by: maybe("sex", "age", "age sex", "sex age", "sex sex", "counterpart", "Sex"),
    where: maybe("sex:F", "age:LT18", "sex:T", "sex:F age:GE18", "sex:X", "sex:F sex:M", "sex", "sex:F:M"),
    measure: maybe("value", "value", "rate", "rank", "count"),
    limit: maybe("3"),
  },
  { requiredKeys: ["indicator", "areas", "period"] },
);

test("sliceView(view, field) gives the very rows of answerFromView, or leaves the question to it", () => {
  let sliced = 0;
  fc.assert(
    fc.property(attributes, (given) => {
      const text = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const slice = sliceView(view, (field) => text[field] ?? null);
      if (!slice) return;
      sliced += 1;
      const question = fromAttributes(text as Record<string, string>);
      expect(slice.rows).toEqual(answerFromView(view, question).rows);
      expect(slice.query.by ?? []).toEqual(
        [...(question.by ?? [])].sort((a, b) => (a === "sex" ? -1 : b === "sex" ? 1 : 0)),
      );
    }),
    { numRuns: 10_000 },
  );
  expect(sliced).toBeGreaterThan(150);
});

test("sliceView(view, field) answers what embed codes ask", () => {
  const text: Record<string, string> = {
    indicator: "detected",
    areas: "MLI SEN",
    period: "2010..2016",
    by: "sex",
    where: "age:GE18",
  };
  expect(sliceView(view, (field) => text[field] ?? null)?.rows).toHaveLength(2 * 7 * 4);
});
