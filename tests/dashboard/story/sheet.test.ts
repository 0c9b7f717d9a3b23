import { expect, test } from "vitest";
import { sheetTable, type SheetContent } from "../../../packages/dashboard/src/lib/explore/sheet-file.ts";
import {
  cautionsOf,
  comparability,
  pinVerdict,
  warningsAmong,
  type SheetWarning,
} from "../../../packages/dashboard/src/lib/story/sheet.ts";

const warnings: readonly SheetWarning[] = [
  { indicators: ["a", "c"], refused: true, directed: false, reason: "Two crimes." },
  { indicators: ["a", "b"], refused: false, directed: false, reason: "Take care." },
];
const words = {
  refused: "«{first}» never with «{second}». {reason}",
  beside: "«{first}» beside «{second}»: {reason}",
  locale: "en-GB",
};

function care(one: string, other: string): SheetWarning {
  return { indicators: [one, other], refused: false, directed: false, reason: "Take care." };
}

test("warningsAmong(warnings, shown) keeps those between indicators that are both shown", () => {
  expect(warningsAmong(warnings, ["a", "b"])).toEqual([warnings[1]]);
  expect(warningsAmong(warnings, ["b", "c"])).toEqual([]);
});

test("cautionsOf(warnings) says a reason that pairs share once, the gravest first, each title in its quotation marks", () => {
  const shared = [
    { ...care("d", "a"), reason: "Take care." },
    ...["a", "b", "d"].map((one) => ({
      indicators: [one, "c"] as const,
      refused: true,
      directed: false,
      reason: "Two crimes.",
    })),
  ];
  expect(cautionsOf(shared, (id) => id.toUpperCase(), words)).toEqual([
    { refused: true, text: "«C» never with «A», «B» and «D». Two crimes." },
    { refused: false, text: "«D» beside «A»: Take care." },
  ]);
});

test("cautionsOf(warnings) gathers what calls one side its own only around that side", () => {
  const directed = [care("a", "b"), care("c", "b")].map((one) => ({ ...one, refused: true, directed: true }));
  expect(cautionsOf(directed, (id) => id, words).map(({ text }) => text)).toEqual([
    "«a» never with «b». Take care.",
    "«c» never with «b». Take care.",
  ]);
});

test("comparability(indicator, warnings) grades by the gravest of its warnings", () => {
  expect(["a", "b", "c", "d"].map((one) => comparability(one, warnings))).toEqual([
    "poor",
    "fair",
    "poor",
    "good",
  ]);
});

test("pinVerdict(release) says what became of it", () => {
  const releases = [
    { id: "x/1", status: "withdrawn" as const, reason: "A mistake." },
    { id: "x/2", status: "current" as const, reason: null },
  ];
  expect(["x/1", "x/2", "x/3"].map((one) => pinVerdict(one, releases))).toEqual([
    "withdrawn",
    "current",
    "unknown",
  ]);
});

test("sheetTable(content, sheet) warns in every row, and writes a suppressed figure as words", () => {
  const cell = (value: number | null, text: string) => ({
    value: text,
    rate: null,
    plain: { value, rate: null },
    year: 2018,
    complete: "good",
    recent: "poor",
  });
  const column = (id: string, mali: ReturnType<typeof cell>) => ({
    id,
    title: id.toUpperCase(),
    release: "x/2",
    source: "Office, Table.",
    cells: { MLI: mali, NER: undefined },
  });
  const content: SheetContent = {
    columns: [column("a", cell(13, "13")), column("c", cell(null, "fewer than 5"))],
    areas: [
      { code: "MLI", name: "Mali", facts: ["yes"], notes: { a: "Broken in 2015.", b: "Not shown." } },
      { code: "NER", name: "Niger", facts: ["no"], notes: {} },
    ],
    facts: ["Takes part"],
    warnings,
    cautionWords: words,
    words: {
      country: "Country",
      code: "Country code",
      source: "Source",
      address: "Address",
      grades: { complete: { good: "most years" }, recent: { poor: "old" } },
      column: "Year",
      complete: "Complete",
      recent: "Recent",
      none: "not reported",
      notes: "Notes",
      warning: "Before you compare",
    },
  };
  const sheet = { areas: ["NER", "MLI"], indicators: ["a", "c"], as: "value" as const, releases: [] };
  const { columns, rows } = sheetTable(content, sheet, "https://x/");
  expect(columns.at(-1)).toBe("Before you compare");
  expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length]);
  expect(rows.map((row) => row.at(-1))).toEqual([
    "«A» never with «C». Two crimes.",
    "«A» never with «C». Two crimes.",
  ]);
  expect(rows[1]?.slice(0, 6)).toEqual(["MLI", "Mali", 13, 2018, "most years", "old"]);
  expect(rows[1]).toContain("Broken in 2015.");
  expect(rows[0]?.slice(0, 4)).toEqual(["NER", "Niger", "not reported", null]);
  expect(rows.map((row) => row.slice(-3, -1))).toEqual([
    ["Office, Table.", "https://x/"],
    ["Office, Table.", "https://x/"],
  ]);
  expect(new Set(columns).size).toBe(columns.length);
});

test("sheetTable(content, sheet) never calls not reported what a pinned release does not give", () => {
  const content: SheetContent = {
    columns: [{ id: "a", title: "A", release: "x/1", source: "Office.", cells: {}, missing: "not shown" }],
    areas: [{ code: "MLI", name: "Mali", facts: [], notes: {} }],
    facts: [],
    warnings: [],
    cautionWords: words,
    words: {
      country: "Country",
      code: "Country code",
      source: "Source",
      address: "Address",
      grades: { complete: { good: "most years" }, recent: { poor: "old" } },
      column: "Year",
      complete: "Complete",
      recent: "Recent",
      none: "not reported",
      notes: "Notes",
      warning: "Before you compare",
    },
  };
  const sheet = { areas: ["MLI"], indicators: ["a"], as: "value" as const, releases: ["x/1"] };
  const { columns, rows } = sheetTable(content, sheet, "https://x/");
  expect(columns[2]).toBe("A (x/1)");
  expect(rows[0]?.slice(1, 4)).toEqual(["Mali", "not shown", null]);
});
