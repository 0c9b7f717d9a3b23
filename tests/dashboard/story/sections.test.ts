import { expect, test } from "vitest";
import { counterpartBars, tellCitizenship } from "../../../packages/dashboard/src/lib/story/counterparts.ts";
import { coverageCalendar } from "../../../packages/dashboard/src/lib/story/coverage.ts";
import { findings } from "../../../packages/dashboard/src/lib/story/findings.ts";
import { tellJustice, tellSmuggling } from "../../../packages/dashboard/src/lib/story/justice.ts";
import { tellForms, tellWho } from "../../../packages/dashboard/src/lib/story/parts.ts";
import { asked, english, row } from "./made-up.ts";

test("tellWho(bySex, byAge) takes each from its own latest year, the largest first", () => {
  const bySex = asked([row(2017, 3, { sex: "F" }), row(2018, 4, { sex: "M" }), row(2018, 9, { sex: "F" })]);
  const byAge = asked([row(2017, "<5", { age: "LT18" }), row(2017, 40, { age: "GE18" })]);
  expect(tellWho(bySex, byAge, asked([row(2018, 13)]), english).sentence).toBe(
    "For 2018: 9 female and 4 male. For 2017: 40 aged 18 or older and fewer than 5 under 18.",
  );
});

test("tellWho(bySex, byAge) puts one year into one sentence", () => {
  const bySex = asked([row(2018, 9, { sex: "F" })]);
  const byAge = asked([row(2018, 3, { age: "LT18" })]);
  expect(tellWho(bySex, byAge, asked([row(2018, 13)]), english).sentence).toBe(
    "For 2018: 9 female; 3 under 18.",
  );
});

test("tellWho(bySex, byAge) says so where the published parts come to more than the total", () => {
  const byAge = asked([row(2022, 66, { age: "GE18" }), row(2022, 12, { age: "LT18" })]);
  const told = tellWho(asked([row(2022, 36, { sex: "F" })]), byAge, asked([row(2022, 66)]), english);
  expect(told.caveat).toContain("For 2022 the published parts come to more than the published total.");
});

test("tellForms(byForm) prefers a year with figures to a newer one where all are withheld", () => {
  const byForm = asked([row(2020, 34, { exploitation: "SEX" }), row(2022, "<5", { exploitation: "OTHER" })]);
  expect(tellForms(byForm, asked([row(2022, 66)]), english).sentence).toBe(
    "For 2020: 34 for sexual exploitation.",
  );
});

test("tellForms(byForm) names the forms of the latest year", () => {
  const byForm = asked([
    row(2018, 84, { exploitation: "SEX" }),
    row(2018, 1088, { exploitation: "LABOUR" }),
    row(2018, 20, { exploitation: "OTHER" }),
    row(2018, null, { exploitation: "ORGAN" }),
  ]);
  expect(tellForms(byForm, asked([row(2018, 1192)]), english).sentence).toBe(
    "For 2018: 1,088 for forced labour, 84 for sexual exploitation and 20 for other forms of exploitation.",
  );
});

test("tellJustice(asked) keeps each figure with its own year and divides none by another", () => {
  const told = tellJustice(
    [asked([row(2018, 159)], {}, "prosecuted"), asked([row(2017, 1)], {}, "convicted")],
    english,
  );
  expect(told.sentence).toBe("159 people were prosecuted in 2018 and 1 person was convicted in 2017.");
  expect(told.caveat).toContain("must not be divided");
});

test("tellSmuggling(asked) is never about victims of trafficking", () => {
  const told = tellSmuggling(asked([row(2017, 2804)], {}, "smuggling-offences"), "MAR", english);
  expect(told.sentence).toBe("2,804 offences of smuggling of migrants were recorded for 2017.");
  expect(told.sentence).not.toMatch(/victim/);
});

test("tellCitizenship(asked) names the three largest countries, never the total or the unknown", () => {
  const asked2020 = asked([
    row(2020, 77, { counterpart: "T" }),
    row(2020, 50, { counterpart: "NGA" }),
    row(2020, 20, { counterpart: "MLI" }),
    row(2020, "<5", { counterpart: "UNKNOWN" }),
  ]);
  expect(tellCitizenship(asked2020, "MLI", english).sentence).toBe(
    "Citizenship of the victims detected in Mali is known for 2020: 50 from Nigeria and 20 from Mali.",
  );
});

test("counterpartBars(rows) gives a withheld figure no length", () => {
  const bars = counterpartBars(
    [
      row(2020, "<5", { counterpart: "RUS" }),
      row(2020, 50, { counterpart: "NGA" }),
      row(2020, 25, { counterpart: "MLI" }),
    ],
    "MLI",
    english,
  );
  expect(bars.map(({ label, size, own }) => [label, size, own])).toEqual([
    ["Nigeria", 1, false],
    ["Mali", 0.5, true],
    ["Russia", null, false],
  ]);
});

test("coverageCalendar(asked) tells a figure, a withheld one and each reason apart", () => {
  const [line] = coverageCalendar(
    [
      {
        ...asked([
          row(2007, 5),
          row(2008, "<5"),
          row(2009, null),
          row(2010, null, { absence: "conflicting" }),
        ]),
        title: "Detected victims",
      },
    ],
    english,
  );
  expect(line?.years.map(({ state }) => state)).toEqual([
    "known",
    "suppressed",
    "not-reported",
    "conflicting",
  ]);
  expect(line?.counts).toBe("2 of 4 years");
  expect(line?.text).toBe("Detected victims: figures for 2007–2008. Missing: 2009–2010.");
});

test("findings(detected, bySex, convicted) count countries and never add up persons", () => {
  const detected = asked([row(2022, 10), row(2022, null, { area: "LAO" }), row(2022, "<5", { area: "SEN" })]);
  const bySex = asked([
    row(2022, 6, { sex: "F" }),
    row(2022, "<5", { sex: "M" }),
    row(2022, 3, { area: "SEN", sex: "F" }),
    row(2022, "<5", { area: "SEN", sex: "M" }),
  ]);
  const convicted = asked([row(2022, "<5"), row(2022, 2, { area: "LAO" }), row(2022, null, { area: "SEN" })]);
  expect(findings(detected, bySex, convicted, english).map(({ figure }) => figure)).toEqual([
    "2 of 3",
    "1 of 1",
    "1 of 3",
  ]);
});

test("findings(detected, bySex, convicted) agree: the noun with all countries, the verb with those counted", () => {
  const detected = asked([row(2022, 10), row(2022, null, { area: "LAO" }), row(2022, "<5", { area: "SEN" })]);
  const bySex = asked([row(2022, 6, { sex: "F" }), row(2022, "<5", { sex: "M" })]);
  const convicted = asked([row(2022, 3), row(2022, null, { area: "LAO" })]);
  const openings = findings(detected, bySex, convicted, english).map(
    ({ figure, text }) => `${figure} ${text.split(" ").slice(0, 2).join(" ")}`,
  );
  expect(openings).toEqual(["2 of 3 countries have", "1 of 1 country with", "1 of 2 countries has"]);
});
