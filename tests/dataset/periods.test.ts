import {
  comparePeriods,
  periodLabel,
  periodsBetween,
  readPeriod,
  sameGrain,
  shiftPeriod,
  timePeriod,
  yearBefore,
} from "@yeelen/dataset/plain";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  ["2022", 2022, "year", "2022-01-01", "2022-12-31"],
  ["2022-A1", 2022, "year", "2022-01-01", "2022-12-31"],
  ["2022-S2", "2022-S2", "half-year", "2022-07-01", "2022-12-31"],
  ["2022-H1", "2022-S1", "half-year", "2022-01-01", "2022-06-30"],
  ["2022-T3", "2022-T3", "trimester", "2022-09-01", "2022-12-31"],
  ["2022-Q3", "2022-Q3", "quarter", "2022-07-01", "2022-09-30"],
  ["2000 Q1", "2000-Q1", "quarter", "2000-01-01", "2000-03-31"],
  ["2024-02", "2024-02", "month", "2024-02-01", "2024-02-29"],
  ["2022-M3", "2022-03", "month", "2022-03-01", "2022-03-31"],
  ["2022-W05", "2022-W05", "week", "2022-01-31", "2022-02-06"],
  ["2020-W53", "2020-W53", "week", "2020-12-28", "2021-01-03"],
  ["2022-03-14", "2022-03-14", "day", "2022-03-14", "2022-03-14"],
  ["2024-D366", "2024-12-31", "day", "2024-12-31", "2024-12-31"],
  ["2011-04-01/P1Y", "2011-04-01/P1Y", "financial-year", "2011-04-01", "2012-03-31"],
  ["2003-01-01/P3Y", "2003-01-01/P3Y", "years", "2003-01-01", "2005-12-31"],
  ["2003–05", "2003-01-01/P3Y", "years", "2003-01-01", "2005-12-31"],
  ["1998-2002", "1998-01-01/P5Y", "years", "1998-01-01", "2002-12-31"],
])("readPeriod(%j) is %j, a %s from %s to %s", (text, period, grain, first, last) => {
  expect(readPeriod(text)).toMatchObject({ period, grain, first, last });
});

test("readPeriod(text, style) reads an office's financial years and years together", () => {
  const april = { firstMonth: 4 };
  expect(readPeriod("2011/12", april)).toMatchObject({
    period: "2011-04-01/P1Y",
    first: "2011-04-01",
    last: "2012-03-31",
  });
  expect(readPeriod("1999/00", april).period).toBe("1999-04-01/P1Y");
  expect(readPeriod("1999/2000", april).period).toBe("1999-04-01/P1Y");
  expect(readPeriod("2003-05").period).toBe("2003-05");
  expect(readPeriod("2003-05", { yearsTogether: true }).period).toBe("2003-01-01/P3Y");
  expect(readPeriod("1999-01", { yearsTogether: true }).last).toBe("2001-12-31");
});

test.each([
  ["2024-13", /no such period: 2024-13; expected month 1 to 12 of a year/],
  ["2024-00", /month 1 to 12/],
  ["2023-02-30", /no such period: 2023-02-30; expected a day of the calendar/],
  ["2023-02-29", /a day of the calendar/],
  ["2022-W54", /a week that 2022 has/],
  ["2022-W53", /a week that 2022 has/],
  ["2022-W00", /a week that 2022 has/],
  ["2022-Q5", /quarter 1 to 4/],
  ["2022-S3", /half-year 1 to 2/],
  ["2022-D366", /a day that 2022 has/],
  ["2005-2003", /a last year after the first/],
  ["2012/11", /two years that follow one another, such as 2012\/13/],
  ["2011/13", /two years that follow one another/],
  ["2011/12", /the month with which such years begin/],
  ["2022-01-01/P0Y", /one year from any month/],
  ["2022-13-01/P1Y", /a month from 01 to 12/],
  ["", /not a period: \(empty\)/],
  ["last year", /not a period: last year; expected a year, half-year/],
  ["22", /not a period/],
  ["2022-3", /not a period/],
])("readPeriod(%j) is refused, saying why", (text, message) => {
  expect(() => readPeriod(text)).toThrow(message);
});

test("shiftPeriod(period, steps) finds the neighbours over the ends of years", () => {
  expect(shiftPeriod(2017, -1)).toBe(2016);
  expect(shiftPeriod("2022-Q1", -1)).toBe("2021-Q4");
  expect(shiftPeriod("2022-12", 1)).toBe("2023-01");
  expect(shiftPeriod("2020-W53", 1)).toBe("2021-W01");
  expect(shiftPeriod("2024-02-28", 1)).toBe("2024-02-29");
  expect(shiftPeriod("2011-04-01/P1Y", 1)).toBe("2012-04-01/P1Y");
  expect(shiftPeriod("2003-01-01/P3Y", 1)).toBe("2006-01-01/P3Y");
});

test("yearBefore(period) is the same part of the year before, and nothing where there is none", () => {
  expect(yearBefore(2017)).toBe(2016);
  expect(yearBefore("2022-S1")).toBe("2021-S1");
  expect(yearBefore("2022-03")).toBe("2021-03");
  expect(yearBefore("2022-W05")).toBe("2021-W05");
  expect(yearBefore("2020-W53")).toBeUndefined();
  expect(yearBefore("2024-02-29")).toBeUndefined();
  expect(yearBefore("2024-02-28")).toBe("2023-02-28");
  expect(yearBefore("2011-04-01/P1Y")).toBe("2010-04-01/P1Y");
  expect(yearBefore("2003-01-01/P3Y")).toBeUndefined();
});

const canonical = fc.oneof(
  fc.integer({ min: 1900, max: 2100 }),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => `${year}-Q${quarter}`),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 52 }))
    .map(([year, week]) => `${year}-W${String(week).padStart(2, "0")}`),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 2, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-01/P1Y`),
);

test("timePeriod(period) of any canonical period gives it back, its neighbour begins the day after it ends", () => {
  fc.assert(
    fc.property(canonical, (period) => {
      const { period: again, first, last } = timePeriod(period);
      expect(again).toBe(period);
      expect(first <= last).toBe(true);
      const next = timePeriod(shiftPeriod(period, 1));
      expect(new Date(next.first).getTime() - new Date(last).getTime()).toBe(86_400_000);
      expect(shiftPeriod(next.period, -1)).toBe(period);
      expect(sameGrain(period, next.period)).toBe(true);
      expect(comparePeriods(period, next.period)).toBeLessThan(0);
    }),
  );
});

test("sameGrain(a, b) keeps two first months and two lengths apart", () => {
  expect(sameGrain("2011-04-01/P1Y", "2011-07-01/P1Y")).toBe(false);
  expect(sameGrain("2003-01-01/P3Y", "2003-01-01/P5Y")).toBe(false);
  expect(sameGrain(2011, "2011-04-01/P1Y")).toBe(false);
  expect(sameGrain("2022-03", "2022-Q1")).toBe(false);
});

test("periodsBetween(first, last) leaves none out", () => {
  expect(periodsBetween("2021-11", "2022-02")).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
  expect(periodsBetween(2019, 2021)).toEqual([2019, 2020, 2021]);
  expect(periodsBetween("2020-W52", "2021-W01")).toEqual(["2020-W52", "2020-W53", "2021-W01"]);
});

test("periodLabel(period, locale) says it in the reader's language", () => {
  expect(periodLabel(2017, "en")).toBe("2017");
  expect(periodLabel("2022-03", "fr")).toBe("mars 2022");
  expect(periodLabel("2022-Q3", "en")).toBe("2022 Q3");
  expect(periodLabel("2011-04-01/P1Y", "en")).toBe("2011/12");
  expect(periodLabel("1999-04-01/P1Y", "en")).toBe("1999/00");
  expect(periodLabel("2003-01-01/P3Y", "en")).toBe("2003–2005");
  const words = { quarter: "T{part} {year}", trimester: "", halfYear: "", week: "semaine {part}, {year}" };
  expect(periodLabel("2022-Q3", "fr", words)).toBe("T3 2022");
  expect(periodLabel("2022-W05", "fr", words)).toBe("semaine 5, 2022");
});
