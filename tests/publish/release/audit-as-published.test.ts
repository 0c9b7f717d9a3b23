import { expect, test } from "vitest";
import type { Indicator } from "@yeelen/dataset";
import { auditAsPublished } from "../../../packages/publish/src/release/audit-as-published.ts";
import type { PublisherRow } from "../../../packages/publish/src/release/publisher-table.ts";
import { madeFiles } from "./made-workspace.ts";

const made = JSON.parse(madeFiles["indicators/cases-seen.json"] ?? "{}") as Indicator;
const indicators = [{ ...made, dimensions: ["sex", "counterpart"], codes: { sex: ["T", "F", "M", "U"], counterpart: [] } }] as Indicator[]; // prettier-ignore
const common = { indicator: "cases-seen", area: "MLI", period: 2018, age: "T", exploitation: "T" } as const;
const cell = (sex: PublisherRow["sex"], value: number | null, counterpart = "T"): PublisherRow =>
  value === null
    ? { ...common, sex, counterpart, value, low: 0, high: 4, absence: "suppressed" }
    : { ...common, sex, counterpart, value, low: value, high: value, absence: null };
const attack = (rows: readonly PublisherRow[], more: { seconds?: number } = {}) =>
  auditAsPublished({ rows, indicators, linked: [], printedElsewhere: new Set(), ...more });

test("auditAsPublished(rows) is certain of a cell only where every code of its dimension is printed", async () => {
  const all = [cell("T", 40), cell("F", 36), cell("U", 1), cell("M", null)];
  expect((await attack(all)).certain).toMatchObject([{ hidden: 1, exactly: 1, narrowed: 0 }]);
  const some = [cell("T", 40), cell("F", 37), cell("M", null)];
  const { certain, likely } = await attack(some);
  expect(certain).toMatchObject([{ hidden: 1, exactly: 0, narrowed: 1 }]);
  expect(likely).toMatchObject([{ hidden: 1, exactly: 1, narrowed: 0 }]);
});

test("auditAsPublished(rows) counts a cell by citizenship that its total narrows", async () => {
  const { certain } = await attack([cell("T", 12), cell("T", 9, "SEN"), cell("T", null, "NER")]);
  expect(certain).toMatchObject([{ hidden: 1, exactly: 0, narrowed: 1 }]);
});

test("auditAsPublished(rows) keeps no recovered value", async () => {
  const { findings } = await attack([cell("T", 40), cell("F", 36), cell("U", 1), cell("M", null)]);
  expect(findings.map((finding) => Object.keys(finding).sort())).toEqual(
    findings.map(() => ["key", "reading", "relations", "undone"]),
  );
  expect(findings).not.toEqual([]);
});

test("auditAsPublished(rows) says not proven when its time is up, and never fails", async () => {
  const { certain } = await attack([cell("T", 40), cell("F", 36), cell("M", null)], { seconds: 0 });
  expect(certain).toMatchObject([{ hidden: 1, exactly: 0, narrowed: 0, notProven: 1 }]);
});
