import { existsSync, readFileSync } from "node:fs";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cubeOf, cubeSql, type CountRow } from "../../../packages/dashboard/src/lib/events/cube.ts";
import { everything, filtered } from "../../../packages/dashboard/src/lib/events/filter.ts";
import { selectionSql } from "../../../packages/dashboard/src/lib/events/selection-sql.ts";
import { numbersOf, quickChart, runsOf } from "../../../packages/dashboard/src/lib/explore/quick-chart.ts";
import { rowsInView } from "../../../packages/dashboard/src/lib/explore/rows-in-view.ts";
import { nextSorting, sortedRows } from "../../../packages/dashboard/src/lib/explore/sorted-rows.ts";
import { sqlFromHash, sqlToHash } from "../../../packages/dashboard/src/lib/explore/sql-address.ts";
import { sqlCaution } from "../../../packages/dashboard/src/lib/explore/sql-caution.ts";
import { sqlProblem } from "../../../packages/dashboard/src/lib/explore/sql-error.ts";
import { exampleIds, sqlExamples } from "../../../packages/dashboard/src/lib/explore/sql-examples.ts";
import { sqlTables } from "../../../packages/dashboard/src/lib/explore/sql-tables.ts";
import { sqlQuestions } from "../../query/sql-questions.ts";

const root = new URL("../../../", import.meta.url);
const guide = readFileSync(new URL("docs/query.md", root), "utf8");
const english = JSON.parse(
  readFileSync(new URL("packages/dashboard/src/messages/en.json", root), "utf8"),
) as Record<string, string>;
const columns = (...names: string[]) => names.map((name) => ({ name, type: "VARCHAR" }));

test("sqlToHash(sql) and sqlFromHash(hash) are each other's inverse", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (sql) => {
      expect(sqlFromHash(sqlToHash(sql))).toBe(sql);
    }),
  );
});

test("sqlFromHash(hash) is null for another fragment, and for an address that was cut off", () => {
  expect(sqlFromHash("#content")).toBeNull();
  expect(sqlFromHash("#sql=SELECT%2")).toBeNull();
});

test("sqlExamples(guide) shows each question of docs/query.md under the name it has there", () => {
  const examples = sqlExamples(guide);
  expect(examples.map(({ id }) => id)).toEqual(exampleIds);
  for (const { title, sql } of sqlQuestions)
    expect(english[`query.example.${examples.find((one) => one.sql === sql.trim())?.id}`]).toBe(title);
});

test("sqlTables are the tables of docs/query.md with their columns", () => {
  for (const [table, names] of Object.entries(sqlTables)) {
    const line = guide
      .split("## SQL")[1]
      ?.split("\n")
      .find((one) => one.startsWith(`| \`${table}\``));
    const told = (/`([^`]+)`[^`]*\|$/.exec(line ?? "")?.[1] ?? "").split(" ").filter((one) => one !== "…");
    expect(names.slice(0, told.length), table).toEqual(told);
  }
});

test("sqlProblem(message, sql) finds the line of a name that the engine does not know", () => {
  const sql = "SELECT area,\n  perod\nFROM observations";
  const message =
    'Binder Error: Referenced column "perod" not found in FROM clause!\nCandidate bindings: "period"\n\nLINE 1: SELECT * FROM query(\'SELECT area,\n                      ^';
  expect(sqlProblem(message, sql)).toEqual({
    text: 'Binder Error: Referenced column "perod" not found in FROM clause!\nCandidate bindings: "period"',
    lines: [2],
  });
});

test("sqlProblem(message, sql) names no line where the message names nothing of the statement", () => {
  expect(sqlProblem("Parser Error: Expected a single SELECT statement", "DROP TABLE x").lines).toEqual([]);
});

test("sqlCaution(sql, result) says which functions pass over hidden cells, and counts the absences", () => {
  const result = {
    columns: columns("area", "absence"),
    rows: [
      ["MLI", "suppressed"],
      ["NER", null],
      ["UKR", "suppressed"],
    ],
  };
  const caution = sqlCaution("SELECT area, SUM(value), avg(value) FROM observations", result);
  expect(caution.skipping).toEqual(["sum()", "avg()"]);
  expect(caution.mixing).toBe(true);
  expect([...caution.absences]).toEqual([["suppressed", 2]]);
});

test("sqlCaution(sql, result) leaves a sum of both bounds in peace, and words within strings and comments", () => {
  const none = { columns: columns("n"), rows: [[1]] };
  expect(sqlCaution("SELECT sum(low), sum(high) FROM observations", none).skipping).toEqual([]);
  expect(sqlCaution("SELECT 'sum(' FROM observations -- sum(value)", none).skipping).toEqual([]);
  expect(sqlCaution("SELECT sum(dead) FROM incidents", none)).toMatchObject({ skipping: [], mixing: false });
});

test("sortedRows(rows, sorting) puts what has no value last, upwards and downwards", () => {
  const rows = [[3], [null], [12], [1]];
  expect(sortedRows(rows, { column: 0, descending: false }).flat()).toEqual([1, 3, 12, null]);
  expect(sortedRows(rows, { column: 0, descending: true }).flat()).toEqual([12, 3, 1, null]);
  expect(sortedRows(rows, null)).toBe(rows);
});

test("nextSorting(sorting, column) goes upwards, downwards, and back to the statement's own order", () => {
  const first = nextSorting(null, 1);
  expect(first).toEqual({ column: 1, descending: false });
  expect(nextSorting(nextSorting(first, 1), 1)).toBeNull();
});

test("rowsInView(count, window) draws what is in view and keeps the height of all rows", () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(700_000), fc.integer({ min: 1, max: 2000 }), (count, top, height) => {
      const { from, to, before, after } = rowsInView(count, { top, height, row: 32 });
      expect(before + after + (to - from) * 32).toBe(count * 32);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      if (top + height <= count * 32) {
        expect(from * 32).toBeLessThanOrEqual(top);
        expect(to * 32).toBeGreaterThanOrEqual(top + height);
      }
    }),
  );
});

test("quickChart(result, column) draws lines over years by name, and a row without a value is a gap", () => {
  const rows = [
    ["MLI", 2019, 5],
    ["MLI", 2020, null],
    ["MLI", 2021, 7],
    ["MLI", 2022, 8],
    ["NER", 2019, 1],
  ];
  const result = { columns: columns("area", "period", "value"), rows };
  expect(numbersOf(result)).toEqual([2]);
  const chart = quickChart(result, 2);
  expect(chart).toMatchObject({ kind: "line", years: [2019, 2022], low: 0, high: 8 });
  const points = chart?.kind === "line" ? (chart.series[0]?.points ?? []) : [];
  expect(runsOf(points).map((run) => run.map(({ year }) => year))).toEqual([[2019], [2021, 2022]]);
});

test("quickChart(result, column) draws nothing where a year has two rows of one name, or nothing names the rows", () => {
  const twice = {
    columns: columns("period", "value"),
    rows: [
      [2019, 5],
      [2019, 6],
    ],
  };
  expect(quickChart(twice, 1)).toBeNull();
  expect(quickChart({ columns: columns("a", "b"), rows: [[1, 2]] }, 1)).toBeNull();
});

test("quickChart(result, column) draws bars by name, none for a row without a value", () => {
  const chart = quickChart(
    {
      columns: columns("area", "n"),
      rows: [
        ["MLI", 3],
        ["NER", null],
      ],
    },
    1,
  );
  expect(chart).toMatchObject({
    kind: "bar",
    bars: [
      { name: "MLI", value: 3 },
      { name: "NER", value: null },
    ],
  });
});

const published = new URL("data/published/", root);

test.skipIf(!existsSync(published))(
  "every example of the page has an answer, and so has the count of incidents",
  async () => {
    const catalog = await openCatalog(published, { fetch: fetchFile, engines: [nativeEngine()] });
    for (const { id, sql } of sqlExamples(guide))
      expect((await catalog.sql(sql)).rows.length, id).toBeGreaterThan(0);
    const cube = cubeOf((await catalog.sql(cubeSql)).rows.map((row) => row as unknown as CountRow));
    const { total } = filtered(cube, everything(cube));
    expect(total).toEqual({ incidents: 6802, people: 49_989 });
    const filter = { ...everything(cube), first: 2017, route: ["Sahara Desert"], area: ["", "LBY"] };
    const { rows } = await catalog.sql(selectionSql(filter, cube));
    expect(rows).toHaveLength(filtered(cube, filter).total.incidents);
    await catalog.close();
  },
);
