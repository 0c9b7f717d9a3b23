import type { IndicatorQuery, Observation } from "@yeelen/dataset";
import { answerFromView, QuestionError } from "@yeelen/query/views";
import { expect, test } from "vitest";
import { indicator, observation, populationSource, protectionStatement, viewOf } from "./made-up.ts";

const detected = indicator("detected", ["sex", "age"], {
  breaks: [{ area: "NER", period: 2013, reason: "Niger counts presumed victims from 2013." }],
});
const observations = [
  observation("detected", "MLI", 2010, 10),
  observation("detected", "MLI", 2011, 15),
  observation("detected", "MLI", 2012, [0, 4]),
  observation("detected", "MLI", 2014, "conflicting"),
  observation("detected", "MLI", 2015, 7),
  observation("detected", "NER", 2011, 0),
  observation("detected", "NER", 2012, 40),
  observation("detected", "NER", 2013, 100),
  observation("detected", "NER", 2014, 100),
  observation("detected", "NER", 2015, 7),
  observation("detected", "SEN", 2015, 9),
  observation("detected", "MLI", 2011, 6, { sex: "F" }),
  observation("detected", "MLI", 2011, [0, 4], { sex: "M" }),
  observation("detected", "MLI", 2011, 2, { sex: "O" }),
  observation("detected", "MLI", 2015, [0, 9], { sex: "M" }),
  observation("detected", "MLI", 2015, 9, { sex: "F" }),
];
const population: Observation[] = [
  observation("population", "MLI", 2011, 15_000_000),
  observation("population", "MLI", 2012, 16_000_000),
  observation("population", "MLI", 2011, 7_700_000, { sex: "F" }),
  observation("population", "MLI", 2011, 7_300_000, { sex: "M" }),
];
const view = viewOf(detected, ["sex", "age"], ["MLI", "NER", "SEN"], observations, population);

function figures(question: Partial<IndicatorQuery>) {
  const { rows } = answerFromView(view, {
    indicator: "detected",
    areas: ["MLI"],
    period: [2010, 2016],
    ...question,
  });
  return rows.map(({ value, low, high, absence }) => [value, low, high, absence]);
}
const none = (absence: string) => [null, null, null, absence];

test("answerFromView(view, question) gives every year asked for, those before and after the series included", () => {
  expect(figures({ period: [2009, 2017] })).toEqual([
    none("not-collected"),
    [10, 10, 10, null],
    [15, 15, 15, null],
    [null, 0, 4, "suppressed"],
    none("not-reported"),
    none("conflicting"),
    [7, 7, 7, null],
    none("not-reported"),
    none("pending"),
  ]);
});

test("answerFromView(view, question) leaves the total out of a breakdown and keeps the codes' order", () => {
  const { rows, columns } = answerFromView(view, {
    indicator: "detected",
    areas: ["MLI"],
    period: [2011, 2011],
    by: ["sex"],
  });
  expect(columns.map((column) => column.name)).toEqual([
    "area",
    "period",
    "sex",
    "value",
    "low",
    "high",
    "absence",
  ]);
  expect(rows).toEqual([
    { area: "MLI", period: 2011, sex: "F", value: 6, low: 6, high: 6, absence: null },
    { area: "MLI", period: 2011, sex: "M", value: null, low: 0, high: 4, absence: "suppressed" },
    { area: "MLI", period: 2011, sex: "O", value: 2, low: 2, high: 2, absence: null },
    { area: "MLI", period: 2011, sex: "U", value: null, low: null, high: null, absence: "not-reported" },
  ]);
});

test("answerFromView(view, { measure: 'rate' }) divides by the same people, half up to four decimals, ranges outwards", () => {
  expect(figures({ measure: "rate", period: [2010, 2013] })).toEqual([
    none("not-applicable"),
    [0.1, 0.1, 0.1, null],
    [null, 0, 0.025, "suppressed"],
    none("not-reported"),
  ]);
  expect(figures({ measure: "rate", period: [2011, 2011], by: ["sex"] })).toEqual([
    [0.0779, 0.0779, 0.0779, null],
    [null, 0, 0.0548, "suppressed"],
    none("not-applicable"),
    none("not-reported"),
  ]);
});

test("answerFromView(view, { measure: 'share' }) divides by the published total, and gives no range that tells a total", () => {
  expect(figures({ measure: "share", period: [2011, 2011], by: ["sex"] })).toEqual([
    [0.4, 0.4, 0.4, null],
    [null, 0, 0.2667, "suppressed"],
    [0.1333, 0.1333, 0.1333, null],
    none("not-reported"),
  ]);
  expect(figures({ measure: "share", period: [2015, 2015], by: ["sex"] }).slice(0, 2)).toEqual([
    [1.2857, 1.2857, 1.2857, null],
    none("suppressed"),
  ]);
  expect(figures({ measure: "share", period: [2011, 2011], where: { sex: "F" } })).toEqual([
    [0.4, 0.4, 0.4, null],
  ]);
  expect(() => figures({ measure: "share" })).toThrow("share with by or where");
});

test("answerFromView(view, { measure: 'change' }) looks at the year before, keeps intervals and stops at a break", () => {
  expect(figures({ measure: "change", period: [2010, 2015] })).toEqual([
    none("not-collected"),
    [5, 5, 5, null],
    [null, -15, -11, "suppressed"],
    none("not-reported"),
    none("conflicting"),
    none("conflicting"),
  ]);
  expect(figures({ measure: "change", areas: ["NER"], period: [2012, 2014] })).toEqual([
    [40, 40, 40, null],
    none("not-applicable"),
    [0, 0, 0, null],
  ]);
});

test("answerFromView(view, { measure: 'index' }) counts from the first year above zero and never across a break", () => {
  expect(figures({ measure: "index", period: [2010, 2012] })).toEqual([
    [100, 100, 100, null],
    [150, 150, 150, null],
    [null, 0, 40, "suppressed"],
  ]);
  expect(figures({ measure: "index", areas: ["NER"], period: [2010, 2014] })).toEqual([
    none("not-reported"),
    none("not-applicable"),
    [100, 100, 100, null],
    none("not-applicable"),
    none("not-applicable"),
  ]);
});

test("answerFromView(view, { measure: 'rank' }) shares ranks, gives none without a value and says how many", () => {
  const { rows, notes } = answerFromView(view, {
    indicator: "detected",
    areas: ["SEN", "MLI", "NER", "BRA"],
    period: [2015, 2015],
    measure: "rank",
  });
  expect(rows.map((row) => [row.area, row.value, row.absence])).toEqual([
    ["BRA", null, "not-reported"],
    ["MLI", 2, null],
    ["NER", 2, null],
    ["SEN", 1, null],
  ]);
  expect(notes.find((note) => note.code === "rank")?.text).toContain("1 of 4");
});

test("answerFromView(view, { measure: 'rank', period: 'latest' }) warns that years differ", () => {
  const { notes } = answerFromView(view, {
    indicator: "detected",
    areas: ["MLI", "NER"],
    period: "latest",
    measure: "rank",
  });
  expect(notes.map(({ text }) => text)).toContain(
    "Newest years differ: each rank is only among areas whose newest figure is of the same year.",
  );
});

test("answerFromView(view, { period: 'latest' }) takes each area's newest year with a figure, else the last year", () => {
  const latest = (question: Partial<IndicatorQuery>) =>
    answerFromView(view, {
      indicator: "detected",
      areas: ["MLI", "SEN", "UKR"],
      period: "latest",
      ...question,
    }).rows.map((row) => [row.area, row.period, row.value]);
  expect(latest({})).toEqual([
    ["MLI", 2015, 7],
    ["SEN", 2015, 9],
    ["UKR", 2016, null],
  ]);
  expect(latest({ where: { sex: "O" }, areas: ["MLI"] })).toEqual([["MLI", 2011, 2]]);
});

test("answerFromView(view, { period: 'last-3' }) takes the newest years of the indicator", () => {
  expect(figures({ period: "last-3" })).toHaveLength(3);
  expect(figures({ period: "last-200" })).toHaveLength(7);
});

test("answerFromView(view, { order, limit }) sorts with absent figures last, ties in key order", () => {
  const order = (order: "value" | "-value", limit: number) =>
    answerFromView(view, {
      indicator: "detected",
      areas: ["all"],
      period: [2015, 2015],
      order,
      limit,
    }).rows.map((row) => row.area);
  expect(order("-value", 4)).toEqual(["SEN", "MLI", "NER", "BLR"]);
  expect(order("value", 3)).toEqual(["MLI", "NER", "SEN"]);
});

test("answerFromView(view, question) says what must stand beside the figures", () => {
  const notes = (question: Partial<IndicatorQuery>) =>
    answerFromView(view, { indicator: "detected", areas: ["MLI", "NER"], period: [2010, 2016], ...question })
      .notes;
  expect(notes({})).toEqual([
    { code: "suppression", text: protectionStatement },
    { code: "conflict", text: "The source contradicts itself in 1 of 14 figures; none of them is shown." },
    { code: "break", text: "Niger counts presumed victims from 2013.", area: "NER", period: 2013 },
    { code: "caveat", text: "These figures are made up." },
  ]);
  expect(notes({ measure: "rate", by: ["sex"] }).find((note) => note.code === "denominator")?.text).toBe(
    `Per 100,000 persons of the same area and year, of the same sex. Population: ${populationSource}.`,
  );
});

const flows = indicator("flows", ["counterpart"]);
const flowView = viewOf(
  flows,
  ["counterpart"],
  ["MLI", "UKR"],
  [
    observation("flows", "MLI", 2012, 20),
    observation("flows", "MLI", 2012, 12, { counterpart: "NGA" }),
    observation("flows", "MLI", 2012, "conflicting", { counterpart: "BFA" }),
    observation("flows", "UKR", 2013, 11, { counterpart: "RUS" }),
  ],
  [],
);

test("answerFromView(view, { by: ['counterpart'] }) lists the counterparts that the source holds within the question", () => {
  const counterparts = (areas: string[]) =>
    answerFromView(flowView, { indicator: "flows", areas, period: [2010, 2016], by: ["counterpart"] })
      .rows.filter((row) => row.period === 2012)
      .map((row) => `${row.area} ${row.counterpart} ${row.value ?? row.absence}`);
  expect(counterparts(["MLI"])).toEqual(["MLI BFA conflicting", "MLI NGA 12"]);
  expect(counterparts(["MLI", "UKR"])).toHaveLength(6);
});

test.each([
  [{ indicator: "other" }, "indicator", "detected"],
  [{ areas: ["XXX"] }, "areas[0]", "BLR, BRA"],
  [{ areas: ["region:atlantis"] }, "areas[0]", "region:africa"],
  [{ by: ["counterpart"] }, "by", "sex, age for detected"],
  [{ where: { sex: "X" } }, "where.sex", "T, F, M, O, U"],
  [{ by: ["sex"], where: { sex: "F" } }, "where", "not in by"],
] as [Partial<IndicatorQuery>, string, string][])(
  "answerFromView(view, %j) refuses it by name",
  (wrong, field, allowed) => {
    const attempt = () =>
      answerFromView(view, { indicator: "detected", areas: ["MLI"], period: [2010, 2016], ...wrong });
    expect(attempt).toThrow(QuestionError);
    expect(attempt).toThrow(`not allowed in ${field}`);
    expect(attempt).toThrow(allowed);
  },
);

test("answerFromView(view, question) refuses a measure that the indicator does not allow", () => {
  const counted = { ...view, about: { ...view.about, measures: ["value"] } };
  expect(() =>
    answerFromView(counted, { indicator: "detected", areas: ["MLI"], period: "latest", measure: "rate" }),
  ).toThrow('not allowed in measure: "rate"; allowed: value for detected');
});

test("answerFromView(view, question) refuses an answer too large to be of use", () => {
  const areas = Array.from({ length: 300 }, (_, index) => code(index));
  const wide = {
    ...view,
    axes: view.axes.map((axis) => (axis.name === "area" ? { ...axis, codes: areas } : axis)),
  };
  expect(() =>
    answerFromView(wide, { indicator: "detected", areas, period: [1900, 2100], by: ["sex", "age"] }),
  ).toThrow('not allowed in question: "723600 rows"; allowed: at most 250000');
});

function code(index: number): string {
  return `X${String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26))}`;
}
