import { expect, test } from "vitest";
import { tellDetected } from "../../../packages/dashboard/src/lib/story/detected.ts";
import { asked, english, row } from "./made-up.ts";

const tell = (...args: Parameters<typeof asked>) => tellDetected(asked(...args), english).sentence;

test("tellDetected(asked) gives the latest figure, the highest, and the years without", () => {
  expect(tell([row(2007, 5), row(2008, 175), row(2009, null), row(2010, null), row(2011, 13)])).toBe(
    "13 detected victims were reported for 2011. The highest total on record is 175, for 2008. No total is known for 2009–2010.",
  );
});

test("tellDetected(asked) speaks of one detected victim in the singular", () => {
  expect(tell([row(2007, 1)])).toBe("1 detected victim was reported for 2007.");
});

test("tellDetected(asked) says fewer than 5 for a withheld figure, at the start of a sentence too", () => {
  expect(tell([row(2007, 12), row(2008, "<5")])).toBe(
    "Fewer than 5 detected victims were reported for 2008. The highest total on record is 12, for 2007.",
  );
});

test("tellDetected(asked) names no highest total where a withheld figure could be above it", () => {
  expect(tell([row(2007, 3), row(2008, "<5")])).toBe("Fewer than 5 detected victims were reported for 2008.");
});

test("tellDetected(asked) names no highest total where two years tie", () => {
  expect(tell([row(2007, 9), row(2008, 9)])).toBe("9 detected victims were reported for 2008.");
});

test("tellDetected(asked) does not compare across a break of the series, and says why it broke", () => {
  const broken = asked([row(2015, 1228), row(2016, 1054), row(2017, 35), row(2018, 101)], {
    breaks: [{ area: "MLI", period: 2017, reason: "The law changed." }],
  });
  const told = tellDetected(broken, english);
  expect(told.sentence).toBe(
    "101 detected victims were reported for 2018. No other year since the series changed in 2017 has a higher total.",
  );
  expect(told.caveat).toContain("The law changed.");
});

test("tellDetected(asked) says that no year has a total, and of which years", () => {
  expect(tell([row(2007, null), row(2008, null)])).toBe("No year from 2007 to 2008 has a total.");
});

test("tellDetected(asked) writes thousands as English does", () => {
  expect(tell([row(2018, 1192)])).toBe("1,192 detected victims were reported for 2018.");
});
