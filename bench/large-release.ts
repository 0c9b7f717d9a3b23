import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { byRanges } from "../packages/publish/src/formats/duckdb.ts";
import type { Catalog, Indicator, IndicatorQuery, Manifest } from "@yeelen/dataset";

/** A published folder whose one release holds a generated database of about this many rows. */
export interface LargeRelease {
  readonly folder: string;
  readonly database: string;
  readonly bytes: number;
  readonly rows: number;
  readonly question: IndicatorQuery;
  readonly otherQuestion: IndicatorQuery;
}

const years = 20;
const cells = 5 * 4 * 5;
const areas = 200;

/** Rows are in key order, as the publisher writes them: indicator, area, period, codes. */
export async function largeRelease(rows: number): Promise<LargeRelease> {
  const indicators = Math.max(1, Math.round(rows / (years * cells * areas)));
  const folder = await mkdtemp(join(tmpdir(), "yeelen-bench-"));
  const place = join(folder, "large", "2020-01-01");
  await mkdir(place, { recursive: true });
  const database = join(place, "observations.duckdb");
  await generate(database, indicators);
  const { size } = await stat(database);
  const content = await readFile(database);
  const headers = content.subarray(0, 3 * 4096);
  const codes = Array.from({ length: areas }, (_, index) => areaCode(index)).sort();
  const manifest: Manifest = {
    schema: "yeelen-manifest/1",
    dataset: "large",
    release: "2020-01-01",
    title: "Generated figures",
    areas: codes,
    indicators: Array.from({ length: indicators }, (_, index) => indicator(index)),
    sources: [],
    protection: {
      policy: "open",
      statement: "Generated.",
      suppressedCells: 0,
      conflictingCells: 0,
      audit: "not-needed",
    },
    files: [
      {
        path: "observations.duckdb",
        bytes: size,
        sha256: createHash("sha256").update(content).digest("hex"),
        mediaType: "application/vnd.duckdb",
        head: { bytes: headers.byteLength, sha256: createHash("sha256").update(headers).digest("hex") },
      },
    ],
  };
  const text = JSON.stringify(manifest);
  await writeFile(join(place, "manifest.json"), text);
  const catalog: Catalog = {
    schema: "yeelen-catalog/1",
    datasets: [
      {
        dataset: "large",
        title: "Generated figures",
        indicators: manifest.indicators.map(({ id }) => id),
        releases: [
          {
            release: "2020-01-01",
            manifest: "large/2020-01-01/manifest.json",
            sha256: createHash("sha256").update(text).digest("hex"),
            status: "current",
          },
        ],
      },
    ],
  };
  await writeFile(join(folder, "catalog.json"), JSON.stringify(catalog));
  const middle = Math.floor(indicators / 2);
  return {
    folder,
    database: "large/2020-01-01/observations.duckdb",
    bytes: size,
    rows: indicators * years * cells * areas,
    question: { indicator: name(middle), areas: [codes[40] ?? ""], period: [2005, 2015], by: ["sex"] },
    otherQuestion: {
      indicator: name(0),
      areas: [codes[150] ?? ""],
      period: "last-5",
      by: ["age"],
      measure: "change",
    },
  };
}

function name(index: number): string {
  // the engine prunes text by its first eight characters
  return `g${String(index).padStart(3, "0")}-generated`;
}

function areaCode(index: number): string {
  return `X${String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26))}`;
}

async function generate(file: string, indicators: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    preserve_insertion_order: "true",
  });
  const connection = await instance.connect();
  await connection.run("SET disabled_compression_methods = 'fsst,alprd'");
  // as the publisher writes a table of this size
  await connection.run(
    `ATTACH '${file.replaceAll("'", "''")}' AS written (STORAGE_VERSION 'v1.0.0', ${byRanges})`,
  );
  await connection.run(`CREATE TABLE written.observations AS
    SELECT 'large' AS dataset, 'g' || lpad(i::VARCHAR, 3, '0') || '-generated' AS indicator, area, year AS period, sex, age, exploitation,
      'T' AS counterpart, v AS value, v AS low, v AS high, NULL::VARCHAR AS absence, '' AS note
    FROM (
      SELECT *, (hash(i, area, year, sex, age, exploitation) % 5000)::DOUBLE AS v
      FROM (SELECT range AS i FROM range(${indicators})),
        (SELECT 'X' || chr(65 + (range % 26)::INTEGER) || chr(65 + (range // 26)::INTEGER) AS area FROM range(${areas})),
        (SELECT (2000 + range)::INTEGER AS year FROM range(${years})),
        (VALUES ('F'), ('M'), ('O'), ('T'), ('U')) s(sex), (VALUES ('GE18'), ('LT18'), ('T'), ('U')) g(age),
        (VALUES ('LABOUR'), ('ORGAN'), ('OTHER'), ('SEX'), ('T')) e(exploitation)
    )
    ORDER BY indicator, area, period, sex, age, exploitation`);
  await connection.run(
    "CREATE TABLE written.population (area VARCHAR, period INTEGER, sex VARCHAR, age VARCHAR, value DOUBLE)",
  );
  await connection.run("CHECKPOINT written");
  connection.closeSync();
  instance.closeSync();
}

function indicator(index: number): Indicator {
  return {
    id: name(index),
    dataset: "large",
    title: name(index),
    subject: "context",
    definition: "Generated.",
    countedBy: "Nobody.",
    unit: { id: "rows", one: "row", other: "rows" },
    dimensions: ["sex", "age", "exploitation"],
    codes: {},
    measures: ["value", "share", "change", "index", "rank"],
    period: [2000, 2019],
    breaks: [],
    caveats: [],
    comparableWith: [],
    notComparableWith: [],
    updates: "never",
  };
}
