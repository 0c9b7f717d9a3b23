import { expect, test } from "vitest";
import { completeness, timeliness } from "../../../packages/dashboard/src/lib/story/grades.ts";
import { row } from "./made-up.ts";

test("completeness(rows) counts a withheld figure as one that exists", () => {
  expect(completeness([row(2018, 1), row(2019, "<5"), row(2020, 2), row(2021, 3), row(2022, null)])).toBe(
    "good",
  );
  expect(
    completeness([row(2018, 1), row(2019, "<5"), row(2020, null), row(2021, null), row(2022, null)]),
  ).toBe("fair");
  expect(completeness([row(2018, null)])).toBe("poor");
});

test("timeliness(rows, last) is measured against the last year of the release", () => {
  expect(timeliness([row(2022, 1)], 2022)).toBe("good");
  expect(timeliness([row(2020, "<5"), row(2021, null)], 2022)).toBe("fair");
  expect(timeliness([row(2019, 1)], 2022)).toBe("poor");
  expect(timeliness([row(2022, null)], 2022)).toBe("poor");
});
