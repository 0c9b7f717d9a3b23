import { expect, test } from "vitest";
import { axisMarks } from "../../../packages/dashboard/src/lib/story/response-axis.ts";
import { dayOf, spanOf, tellResponse } from "../../../packages/dashboard/src/lib/story/response.ts";
import { english } from "./made-up.ts";

const treaty = (instrument: string, bound: string | null) => ({
  instrument,
  signed: null,
  bound,
  as_at: "2015-03-14",
});

test("tellResponse(treaties) says by which Protocols a country was bound, and as at which day", () => {
  const both = [treaty("TRAFFICKING-PROTOCOL", "2002-04-12"), treaty("SMUGGLING-PROTOCOL", null)];
  expect(tellResponse(both, "MLI", english).sentence).toBe(
    "As at 14 March 2015, Mali was bound by the Trafficking in Persons Protocol (since 12 April 2002) and not by the Smuggling of Migrants Protocol.",
  );
});

test("dayOf(date) keeps a month a month and a year a year", () => {
  expect([dayOf("2011-02-03", english), dayOf("2016-03", english), dayOf("2017", english)]).toEqual([
    "3 February 2011",
    "March 2016",
    "2017",
  ]);
  expect(spanOf("2015", "2019", english)).toBe("2015 to 2019");
});

test("axisMarks(inputs, years) puts what would touch into another lane", () => {
  const marks = axisMarks(
    [
      { kind: "span", date: "2015", end: "2019", text: "plan" },
      { kind: "event", date: "2017-10-30", end: null, text: "workshop" },
      { kind: "event", date: "2000-12-15", end: null, text: "signed" },
    ],
    [2000, 2019],
  );
  expect(marks.map(({ text, lane }) => [text, lane])).toEqual([
    ["signed", 0],
    ["plan", 0],
    ["workshop", 1],
  ]);
  expect(marks[1]?.to).toBe(1);
});
