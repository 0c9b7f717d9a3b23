import { expect, test } from "vitest";
import { countrySummary, headlines } from "../../../packages/dashboard/src/lib/story/summary.ts";
import { asked, english, row } from "./made-up.ts";

const answers = {
  detected: asked([row(2017, 44), row(2018, 13), row(2019, null)]),
  bySex: asked([row(2018, 9, { sex: "F" }), row(2018, "<5", { sex: "M" })]),
  byAge: asked([row(2017, 20, { age: "LT18" }), row(2018, "<5", { age: "LT18" })]),
  convicted: asked([row(2018, 1)], {}, "convicted"),
};

test("countrySummary(area, answers) tells total, who, convictions and coverage with their years", () => {
  expect(countrySummary("MLI", answers, english)).toBe(
    "13 detected victims of trafficking in persons were reported in Mali for 2018, the latest year with a figure. Of these, 9 were female and fewer than 5 were under 18. 1 person was convicted of trafficking in persons in 2018. A total is known for 2 of the 3 years from 2017 to 2019.",
  );
});

test("countrySummary(area, answers) never takes who from another year than the total", () => {
  const older = {
    ...answers,
    bySex: asked([row(2017, 30, { sex: "F" })]),
    byAge: asked([row(2017, 9, { age: "LT18" })]),
  };
  expect(countrySummary("MLI", older, english)).not.toContain("Of these");
});

test("countrySummary(area, answers) calls nothing a part where the parts come to more than the total", () => {
  const excess = {
    ...answers,
    byAge: asked([row(2018, 13, { age: "GE18" }), row(2018, 5, { age: "LT18" })]),
  };
  expect(countrySummary("MLI", excess, english)).toContain("Of these, 9 were female. ");
});

test("countrySummary(area, answers) says what is not on record", () => {
  const none = asked([row(2017, null), row(2018, null)]);
  expect(countrySummary("LAO", { detected: none, bySex: none, byAge: none, convicted: none }, english)).toBe(
    "No total of detected victims of trafficking in persons is on record for Lao PDR from 2017 to 2018. No figure on convictions is on record.",
  );
});

test("headlines(answers) gives each figure its own latest year, its caveat and the question that it answers", () => {
  const told = headlines(answers, english);
  expect(told.map(({ figure, label, year }) => [figure, label, year])).toEqual([
    ["13", "detected victims", "2018"],
    ["fewer than 5", "detected victims under 18", "2018"],
    ["1", "people convicted", "2018"],
  ]);
  for (const { caveat } of told) expect(caveat).not.toBe("");
  expect(told[1]?.question).toEqual({
    indicator: "victims-detected",
    areas: ["MLI"],
    period: [2018, 2018],
    where: { age: "LT18" },
  });
});

test("headlines(answers) says beside a figure that its series changed, and beside a missing one that it is no sign", () => {
  const changed = { area: "MLI", period: 2017, reason: "Another law." };
  const none = asked([row(2017, null), row(2018, null)]);
  const [detected, children] = headlines(
    { ...answers, detected: asked([row(2018, 13)], { breaks: [changed] }), byAge: none },
    english,
  );
  expect(detected?.caveat).toContain("Another definition since 2017.");
  expect(children).toMatchObject({ figure: "not reported", question: null });
  expect(children?.caveat).toContain("no sign that nothing happened");
});
