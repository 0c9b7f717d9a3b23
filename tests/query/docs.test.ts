import { readFileSync } from "node:fs";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlQuestions } from "./sql-questions.ts";
import { publishFigures, type Published } from "./published.ts";

const text = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");
let published: Published | undefined;
let catalog: OpenCatalog | undefined;

beforeAll(async () => {
  published = await publishFigures();
  catalog = await openCatalog(published.url, { fetch: fetchFile, engines: [viewsEngine(), nativeEngine()] });
}, 120_000);
afterAll(async () => {
  await catalog?.close();
});

test("docs/query.md asks ten questions in SQL", () => {
  expect(sqlQuestions).toHaveLength(10);
});

test.each(sqlQuestions)("docs/query.md: $title", async ({ sql }) => {
  const result = await catalog?.sql(sql);
  expect(result?.rows.length).toBeGreaterThan(0);
  expect(result?.truncated).toBe(false);
});

test("docs/query.md names every table and its columns", async () => {
  const { rows } = (await catalog?.sql("SHOW TABLES")) ?? { rows: [] };
  for (const [name] of rows) {
    const line = text
      .split("## SQL")[1]
      ?.split("\n")
      .find((one) => one.startsWith(`| \`${name}\``));
    expect(line, `table ${name}`).toBeDefined();
    const columns = (await catalog?.sql(`DESCRIBE ${name}`))?.rows.map(([column]) => String(column)) ?? [];
    const named = /`([^`]+)`[^`]*\|$/.exec(line ?? "")?.[1]?.split(" ") ?? [];
    expect(named.at(-1) === "…" ? columns.slice(0, named.length - 1) : columns).toEqual(
      named.filter((one) => one !== "…"),
    );
  }
});
