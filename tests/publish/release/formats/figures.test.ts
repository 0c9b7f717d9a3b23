import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { read, utils } from "@e965/xlsx";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { publishedRegister, publishedRows, query } from "./published-register.ts";

const { file } = publishedRegister();

describe("a release's observations", () => {
  test("are the same in CSV, Parquet, Arrow and DuckDB", async () => {
    const columns =
      "dataset, indicator, area, period, sex, age, exploitation, counterpart, value, low, high, absence";
    const parquet = await query(`SELECT ${columns} FROM '${file("observations.parquet")}'`);
    const numbers = ["period", "value", "low", "high"];
    const typed = columns
      .split(", ")
      .map((name) => (numbers.includes(name) ? `${name}::DOUBLE AS ${name}` : name));
    const fromCsv = await query(
      `SELECT ${typed.join(", ")} FROM read_csv('${file("observations.csv")}', header = true, all_varchar = true)`,
    );
    const database = await query(
      `ATTACH '${file("observations.duckdb")}' AS d (READ_ONLY); SELECT ${columns} FROM d.observations`,
    );
    const arrow = tableFromIPC(await readFile(file("observations.arrow")));
    expect(parquet).toHaveLength(publishedRows);
    expect(fromCsv).toEqual(parquet);
    expect(database).toEqual(parquet);
    const names = columns.split(", ");
    expect(arrow.toArray().map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))).toEqual(
      parquet,
    );
  });

  test("are in the DuckDB file with indicators, areas, population, sources and event tables", async () => {
    const instance = await DuckDBInstance.create(file("observations.duckdb"), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await ask("SELECT table_name FROM duckdb_tables() ORDER BY ALL")).toEqual(
      ["areas", "indicators", "laws", "observations", "population", "sources"].map((name) => [name]),
    );
    expect(await ask("SELECT * FROM areas")).toEqual([
      ["MLI", "466", "Mali", "africa", true],
      ["NER", "562", "Niger", "africa", true],
      ["SEN", "686", "Senegal", "africa", false],
    ]);
    expect(await ask("SELECT count(*), sum(value) FROM population")).toEqual([["6", 4000]]);
    expect(await ask("SELECT id FROM sources")).toEqual([["made-register"], ["made-people"]]);
    expect(await ask("SELECT count(*), count(value) FROM observations")).toEqual([["9", "7"]]);
    connection.closeSync();
    instance.closeSync();
  });

  test("hold plain types, no dictionaries of codes, no metadata, no path, no time", async () => {
    const schema = await query(
      `SELECT name, type, logical_type FROM parquet_schema('${file("observations.parquet")}') WHERE type IS NOT NULL`,
    );
    expect(schema).toHaveLength(13);
    for (const column of schema as { type: string; logical_type: string | null }[])
      expect(`${column.type}`).toMatch(/^(BYTE_ARRAY|INT32|DOUBLE)$/);
    expect(await query(`SELECT * FROM parquet_kv_metadata('${file("observations.parquet")}')`)).toEqual([]);
    const [meta] = (await query(
      `SELECT created_by FROM parquet_file_metadata('${file("observations.parquet")}')`,
    )) as { created_by: string }[];
    expect(meta?.created_by).toMatch(/^DuckDB version v[\d.]+ \(build [0-9a-f]+\)$/);
    const { schema: arrow } = tableFromIPC(await readFile(file("observations.arrow")));
    expect(arrow.metadata.size).toBe(0);
    expect(arrow.fields.map((field) => String(field.type)).sort()).toEqual([
      ...["Float64", "Float64", "Float64", "Int32"],
      ...new Array(9).fill("Utf8"),
    ]);
  });
});

describe("observations.xlsx, read by a spreadsheet library,", () => {
  test("has figures as numbers, ranges as text, absences without a number, and no formula", async () => {
    const book = read(await readFile(file("observations.xlsx")), { cellFormula: true });
    expect(book.SheetNames).toEqual(["Figures", "Notes"]);
    const sheet = book.Sheets["Figures"];
    if (!sheet) throw new Error("no sheet");
    const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
    expect(lines[0]).toEqual(
      expect.arrayContaining(["Indicator", "Country", "Year", "Value", "Why there is no value"]),
    );
    const value = (area: string, year: number, sex: string) =>
      lines
        .filter((line) => line[1] === area && line[2] === year && line[3] === sex && line[6] === "Total")
        .map((line) => line[7]);
    expect(value("Mali", 2018, "Total")).toEqual([30]);
    expect(value("Mali", 2018, "Female")).toEqual(["0 to 4"]);
    expect(value("Mali", 2019, "Total")).toEqual([null]);
    expect(value("Mali", 2020, "Total")).toEqual([0]);
    for (const [name, cell] of Object.entries(sheet))
      if (!name.startsWith("!")) expect(cell.f, name).toBeUndefined();
    const dangerous = lines.flat().filter((cell) => typeof cell === "string" && /^[=+@-]/.test(cell));
    expect(dangerous).toEqual([]);
    expect(lines.flat()).toContain(`'=HYPERLINK("http://x","y")`);
  });

  test("says on its sheet of notes what the figures are, and how they are protected", async () => {
    const book = read(await readFile(file("observations.xlsx")));
    const notes = utils.sheet_to_csv(book.Sheets["Notes"] ?? {});
    for (const text of [
      "The office prints small numbers as a range.",
      "The form was changed.",
      "A made-up caveat.",
      "Register of cases",
    ])
      expect(notes).toContain(text);
  });
});

test("charts are drawn for each country and for all, from the view, and say what is missing", async () => {
  const all = await readFile(file("charts/cases-seen.svg"), "utf8");
  expect(all).toContain("<title>Detected victims in the made-up register</title>");
  const mali = await readFile(file("charts/cases-seen.MLI.svg"), "utf8");
  expect(mali).toContain("Mali");
  expect(mali).toContain("The form was changed.");
  expect(await readFile(file("charts/cases-seen.NER.svg"), "utf8")).not.toContain("The form was changed.");
});
