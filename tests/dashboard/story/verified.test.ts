import { expect, test } from "vitest";
import { checkedLines, measured } from "../../../packages/dashboard/src/lib/story/verified.ts";
import { asked, english, row } from "./made-up.ts";

test("checkedLines(before, now) sets each figure beside that of the newer release", () => {
  const { answer: before } = asked([row(2018, 13), row(2019, "<5"), row(2020, null)]);
  const { answer: now } = asked([row(2018, 13), row(2019, 7)]);
  expect(
    checkedLines(before, now, english).map(({ figure, now: is, changed }) => [figure, is, changed]),
  ).toEqual([
    ["13", "13", false],
    ["fewer than 5", "7", true],
    ["not reported", null, true],
  ]);
  expect(checkedLines(before, null, english).every(({ now: is, changed }) => is === null && !changed)).toBe(
    true,
  );
});

test("checkedLines(before, now) follows the newest year of a country to another year", () => {
  const { answer } = asked([row(2020, 77)]);
  const before = { ...answer, query: { ...answer.query, period: "latest" as const } };
  const [line] = checkedLines(before, asked([row(2022, 77)]).answer, english);
  expect(line).toMatchObject({ year: 2020, figure: "77", now: "77 (2022)", changed: true });
});

test("measured(row, measure) never turns a range into a number", () => {
  const hidden = { ...row(2019, "<5"), low: 0, high: 0.0213 };
  expect(measured(hidden, "rate", english)).toBe("0 to 0.0213");
  expect(measured({ ...hidden, high: 0.4 }, "share", english)).toBe("0 % to 40 %");
  expect(measured({ ...hidden, low: null, high: null }, "index", english)).toBe("withheld");
  expect(measured({ ...row(2019, 1), value: 0.0625 }, "share", english)).toBe("6.25 %");
});
