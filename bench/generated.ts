import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { openEngineFiles } from "@yeelen/query/native/files";
import countries from "../packages/publish/src/import/countries.json" with { type: "json" };

const source = (rows: number) => ({
  id: "generated",
  title: "Generated observations",
  publisher: "bench/publish.ts",
  release: "2020",
  licence: "none",
  url: "https://example.org/generated",
  file: { name: "generated", bytes: 0, sha256: "0".repeat(64) },
  rowsRead: rows,
  rowsKept: rows,
  leftOut: [],
  unmapped: [],
  remarks: [],
});

const indicator = {
  id: "generated",
  dataset: "generated",
  title: "Generated figures",
  subject: "context",
  definition: "Figures made up to measure how publishing grows.",
  countedBy: "A hash function.",
  unit: { id: "cases", one: "case", other: "cases" },
  dimensions: ["sex", "age", "exploitation", "counterpart"],
  codes: {
    sex: ["T", "F", "M", "O", "U"],
    age: ["T", "LT18", "GE18", "U"],
    exploitation: ["T", "SEX", "LABOUR", "ORGAN", "OTHER", "U"],
    counterpart: [],
  },
  measures: ["value", "share"],
  period: [1970, 2019],
  breaks: [],
  caveats: [],
  comparableWith: [],
  notComparableWith: [],
  updates: "Never.",
};

/** Writes a data folder of one dataset with `rows` observations in no order: 200 countries, 50 years, every code. */
export async function generateData(folder: string, rows: number): Promise<void> {
  const place = join(folder, "sources/generated");
  mkdirSync(place, { recursive: true });
  mkdirSync(join(folder, "indicators"), { recursive: true });
  const write = (path: string, value: object) => writeFileSync(join(folder, path), JSON.stringify(value));
  write("indicators/generated.json", indicator);
  write("sources/generated/source.json", source(rows));
  write("sources/generated/dataset.json", { title: "Generated", policy: "open", statement: "Made up." });
  const codes = Object.keys(countries);
  const list = (values: readonly string[]) => `[${values.map((value) => `'${value}'`).join(", ")}]`;
  const pick = (values: readonly string[], by: number) =>
    `${list(values)}[1 + (n // ${by}) % ${values.length}]`;
  const files = openEngineFiles();
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "2GB",
    temp_directory: files.address(join(folder, "spill")),
  });
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT 'generated' AS dataset, 'generated' AS indicator, ${pick(codes.slice(0, 200), 1)} AS area,
      1970 + (n // 200) % 50 AS period, ${pick(indicator.codes.sex, 10_000)} AS sex, ${pick(indicator.codes.age, 50_000)} AS age,
      ${pick(indicator.codes.exploitation, 200_000)} AS exploitation, ${pick(["T", ...codes.slice(200)], 1_200_000)} AS counterpart,
      CASE WHEN h % 5 > 0 THEN h % 5000 END AS value, CASE WHEN h % 5 > 0 THEN h % 5000 WHEN h % 10 = 0 THEN 0 END AS low,
      CASE WHEN h % 5 > 0 THEN h % 5000 WHEN h % 10 = 0 THEN 4 END AS high,
      CASE WHEN h % 5 > 0 THEN NULL WHEN h % 10 = 0 THEN 'suppressed' ELSE 'not-reported' END AS absence, NULL AS note
    FROM (SELECT (i * 7919) % ${rows} AS n, hash(i) AS h FROM range(${rows}) AS t(i))
  ) TO ${files.literal(join(place, "observations.csv"))} (FORMAT csv, HEADER)`);
  connection.closeSync();
  instance.closeSync();
  files.close();
}
