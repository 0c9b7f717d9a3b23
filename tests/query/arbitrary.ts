import { dimensions, measures, type IndicatorQuery } from "@yeelen/dataset";
import fc from "fast-check";

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
const area = fc.oneof(
  fc.stringMatching(/^[A-Z]{3}$/),
  fc.constantFrom("all", "programme"),
  fc.stringMatching(/^region:[a-z]{1,8}$/),
);
const year = fc.integer({ min: 1900, max: 2100 });
const code = fc.stringMatching(/^[A-Z][A-Z0-9]{0,6}$/);
const period = fc.oneof(
  fc.tuple(year, year).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a])),
  fc.constant("latest" as const),
  fc.integer({ min: 1, max: 200 }).map((count) => `last-${count}` as const),
);

/** Any question that the schema accepts. */
export const anyQuestion: fc.Arbitrary<IndicatorQuery> = fc.record(
  {
    indicator: id,
    areas: fc.array(area, { minLength: 1, maxLength: 8 }),
    period,
    by: fc.array(fc.constantFrom(...dimensions), { maxLength: 4 }),
    where: fc.record(
      { sex: code, age: code, exploitation: code, counterpart: code },
      { requiredKeys: [], noNullPrototype: true },
    ),
    measure: fc.constantFrom(...measures),
    release: fc.stringMatching(/^[a-z0-9-]{1,9}\/[0-9][0-9a-z.-]{0,9}$/),
    order: fc.constantFrom("key" as const, "value" as const, "-value" as const),
    limit: fc.integer({ min: 1, max: 100_000 }),
  },
  { requiredKeys: ["indicator", "areas", "period"], noNullPrototype: true },
);

const near = fc.oneof(
  fc.constantFrom<unknown[]>(
    undefined,
    null,
    "",
    0,
    -1,
    1.5,
    200,
    201,
    100_000,
    100_001,
    1899,
    2101,
    Number.NaN,
    "mli",
    "MLI",
    "MLI\n",
    "last-0",
    "last-007",
    "last-201",
    "last-5",
    "latest",
    "sex",
    "T",
    "region:",
    "Sex",
    "value",
    "a/1",
    "a/b",
    "МLI",
    [2000],
    [2001, 2000],
    [2000, 2001, 2002],
    ["sex", "sex"],
    ["sex", "sex", "sex", "sex", "sex"],
    {},
    { sex: "F" },
    { sex: undefined },
    { gender: "F" },
    JSON.parse('{"__proto__": "F"}'),
    JSON.parse('{"constructor": "F"}'),
  ),
  fc.jsonValue(),
  fc.array(area, { maxLength: 3 }),
  fc.array(fc.oneof(area, fc.string()), { maxLength: 3 }),
  fc.tuple(fc.integer({ min: 1898, max: 2102 }), fc.integer({ min: 1898, max: 2102 })),
);
const field = fc.constantFrom(
  "indicator",
  "areas",
  "period",
  "by",
  "where",
  "measure",
  "release",
  "order",
  "limit",
  "Limit",
  "extra",
);

/** Questions with up to two fields replaced by something near what is allowed, and things that are no questions. */
export const nearlyQuestion: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(anyQuestion, field, near).map(([base, name, value]) => ({ ...base, [name]: value })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyQuestion, field, near, field, near)
      .map(([base, a, x, b, y]) => ({ ...base, [a]: x, [b]: y })),
  },
  { weight: 2, arbitrary: anyQuestion },
  { weight: 1, arbitrary: fc.jsonValue() },
);
