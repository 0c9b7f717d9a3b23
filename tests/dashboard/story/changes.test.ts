import type { Cell, Change } from "@yeelen/query/changes";
import { expect, test } from "vitest";
import { countKinds, kindOfChange, tellChanges } from "../../../packages/dashboard/src/lib/story/changes.ts";
import { english } from "./made-up.ts";

const known = (value: number): Cell => ({ value, low: value, high: value, absence: null });
const hidden: Cell = { value: null, low: 0, high: 4, absence: "suppressed" };

function change(old: Cell | null, now: Cell | null, more: Partial<Change> = {}): Change {
  return {
    kind: old === null ? "added" : now === null ? "removed" : "revised",
    indicator: "victims-detected",
    area: "MLI",
    period: 2019,
    sex: "T",
    age: "T",
    exploitation: "T",
    counterpart: "T",
    ...more,
    old,
    new: now,
  };
}

test("kindOfChange(change) tells a figure that was withheld from one that was revised", () => {
  expect(kindOfChange(change(known(28), hidden))).toBe("withheld");
  expect(kindOfChange(change(known(28), known(30)))).toBe("revised");
  expect(kindOfChange(change(hidden, known(30)))).toBe("revised");
  expect(kindOfChange(change(hidden, { ...hidden, low: 1 }))).toBe("revised");
  expect(kindOfChange(change(null, hidden))).toBe("added");
  expect(kindOfChange(change(hidden, null))).toBe("removed");
});

test("tellChanges(changes) never says again what a withheld figure was", () => {
  const [told] = tellChanges([change(known(28_417), hidden)], english);
  expect(told?.lines).toEqual([
    { kind: "withheld", area: "Mali", year: 2019, parts: "", before: "figure", now: "fewer than 5" },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/28.?417/);
});

test("tellChanges(changes) names parts and reasons, and counts by indicator", () => {
  const told = tellChanges(
    [
      change(known(7), known(9), { sex: "F", age: "LT18" }),
      change({ value: null, low: null, high: null, absence: "conflicting" }, known(11)),
      change(null, known(3), { indicator: "victims-by-citizenship", counterpart: "NGA" }),
    ],
    english,
  );
  expect(told.map(({ indicator, counts }) => [indicator, counts])).toEqual([
    ["victims-detected", { revised: 2, withheld: 0, added: 0, removed: 0 }],
    ["victims-by-citizenship", { revised: 0, withheld: 0, added: 1, removed: 0 }],
  ]);
  expect(told[0]?.lines[0]).toMatchObject({ parts: "female, under 18", before: "7", now: "9" });
  expect(told[0]?.lines[1]).toMatchObject({ before: "two figures disagree", now: "11" });
  expect(told[1]?.lines[0]).toMatchObject({ parts: "Nigeria", before: "–", now: "3" });
  expect(countKinds([])).toEqual({ revised: 0, withheld: 0, added: 0, removed: 0 });
});
