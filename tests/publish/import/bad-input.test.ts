import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importers } from "../../../packages/publish/src/import/importers.ts";
import { emptyFolder, filesIn, runImport, runYeelen } from "./run-import.ts";
import { csvBytes, sampleFiles, type SampleFile } from "./sample-files.ts";

type Cells = readonly (readonly string[])[];

const cellsOf = ({ header, rows }: SampleFile): Cells => [header, ...rows];
const run = (sample: SampleFile, content: Uint8Array | string) =>
  runImport(sample.source, sample.name, content, { release: sample.release });
const runCells = (sample: SampleFile, cells: Cells) => run(sample, sample.pack(cells));

/** The file with another cell in its last row, or with more rows. */
function withLast(sample: SampleFile, column: string, cell: string): Cells {
  const index = sample.header.indexOf(column);
  const last = (sample.rows.at(-1) ?? []).map((each, at) => (at === index ? cell : each));
  return [sample.header, ...sample.rows.slice(0, -1), last];
}

async function expectRefused(imported: ReturnType<typeof run>, message: RegExp): Promise<void> {
  const { code, stderr, files } = await imported;
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  expect(files).toEqual([]);
}

const reasonsOf = (imported: Awaited<ReturnType<typeof run>>) =>
  imported.source().leftOut.map(({ reason }) => reason);
const texts = sampleFiles.filter(({ name }) => name.endsWith(".csv"));
const counted = sampleFiles.filter(({ source }) => source !== "ctdc-kanon");

test("every importer has a sample file", () => {
  const sampled = sampleFiles.map(({ source }) => source);
  for (const { id, aliases = [] } of importers)
    expect(sampled.filter((each) => [id, ...aliases].includes(each))).toHaveLength(1);
});

describe.each(sampleFiles)("yeelen import $source", (sample) => {
  test("reads a good file; rows read are rows kept and rows left out", async () => {
    const imported = await runCells(sample, cellsOf(sample));
    expect(imported.stderr).toBe("");
    expect(imported.code).toBe(0);
    expect(imported.source()).toMatchObject({ rowsRead: sample.rows.length, rowsKept: sample.rows.length });
    expect(imported.rows(sample.table).length).toBeGreaterThan(1);
  });

  test("refuses an empty file, a folder and a file that is not there", async () => {
    await expectRefused(run(sample, ""), /^yeelen: [^:]+: the file is empty; /);
    const folder = emptyFolder();
    mkdirSync(join(folder, "in"));
    for (const [path, message] of [
      ["in", /^yeelen: in: a folder; expected the publisher/],
      ["gone.csv", /^yeelen: cannot read file: .*there is no such file/],
    ] as const) {
      const { code, stderr } = await runYeelen(folder, ["import", sample.source, path, "--out", "out"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(filesIn(folder)).toEqual([]);
    }
  });

  test("refuses a file that was cut short", async () => {
    const whole = sample.pack(cellsOf(sample));
    const missing = sample.name.endsWith(".csv") ? (sample.rows.at(-1)?.join(",").length ?? 0) - 2 : 40;
    await expectRefused(
      run(sample, whole.subarray(0, whole.length - missing)),
      /^yeelen: [^:]+: .*(cut short|download it again)/,
    );
  });

  test("refuses a header alone, and bytes that are not a table", async () => {
    await expectRefused(
      runCells(sample, [sample.header]),
      /^yeelen: [^:]+, row 1: no rows below the header; /,
    );
    await expectRefused(
      run(sample, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe, 10, 13])),
      /^yeelen: [^:]+: .*expected UTF-8 text; save it again as CSV UTF-8/,
    );
  });

  test("refuses a missing, a renamed and a repeated column, by name", async () => {
    const needed =
      sample.source === "unodc-glotip" || sample.source === "unodc-cts" ? "Year" : sample.country;
    const at = sample.header.indexOf(needed);
    const without = cellsOf(sample).map((row) => row.filter((_, index) => index !== at));
    await expectRefused(
      runCells(sample, without),
      new RegExp(`^yeelen: [^:]+, row 1: no column "${needed}", whose header has`),
    );
    const renamed = [sample.header.map((name) => (name === needed ? "Etat" : name)), ...sample.rows];
    await expectRefused(runCells(sample, renamed), new RegExp(`row 1: no column "${needed}".*"Etat"`));
    const repeated = cellsOf(sample).map((row) => [...row, row[at] ?? ""]);
    await expectRefused(
      runCells(sample, repeated),
      new RegExp(`row 1: column "${needed}" is there twice, as [A-Z] and [A-Z]+; `),
    );
  });

  test("finds its header on another row", async () => {
    const good = await runCells(sample, cellsOf(sample));
    const blank = sample.header.map(() => "");
    const below = await runCells(sample, [["A title", ...blank.slice(1)], blank, ...cellsOf(sample)]);
    expect(below.code).toBe(0);
    expect(below.text(sample.table ?? "observations.csv")).toBe(
      good.text(sample.table ?? "observations.csv"),
    );
  });

  test("leaves out an unknown country, an unknown code and a year that is none, each by name", async () => {
    const cases = [
      [sample.country, sample.source === "un-sdg" ? "999" : "Atlantis"],
      [sample.code, "FOO"],
    ] as const;
    for (const [column, cell] of cases) {
      const imported = await runCells(sample, withLast(sample, column, cell));
      if (sample.source === "ctdc-kanon") {
        await expectRefused(Promise.resolve(imported), /^yeelen: not anonymised: /);
        continue;
      }
      expect(imported.code).toBe(0);
      const { unmapped, rowsRead } = imported.source();
      expect(rowsRead).toBe(sample.rows.length);
      if (sample.source === "world-bank-population" && column === "Year") {
        expect(reasonsOf(imported)).toEqual(["not a year"]);
        continue;
      }
      expect(unmapped).toHaveLength(1);
      expect(JSON.stringify(imported.source())).not.toContain(cell === "999" ? '"999"' : cell);
      if (sample.source !== "iom-missing-migrants")
        expect(reasonsOf(imported)).toEqual([
          column === sample.country ? "country not recognised" : `unknown code in ${sample.code}`,
        ]);
    }
  });
});

describe.each(texts)("yeelen import $source, text", (sample) => {
  const text = new TextDecoder().decode(sample.pack(cellsOf(sample)));

  test("reads a byte order mark and Windows line ends as nothing", async () => {
    const table = sample.table ?? "observations.csv";
    const good = await run(sample, text);
    for (const other of [
      `\uFEFF${text}`,
      text.replaceAll("\n", "\r\n"),
      `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    ]) {
      const imported = await run(sample, other);
      expect(imported.code).toBe(0);
      expect(imported.text(table)).toBe(good.text(table));
      expect(imported.source()).toMatchObject({ rowsRead: sample.rows.length });
    }
  });

  test("reads UTF-16 that says so, semicolons, tabs and mixed line ends as the same table", async () => {
    const table = sample.table ?? "observations.csv";
    const good = await run(sample, text);
    for (const other of [
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
      ...[";", "\t"].map((separator) => csvBytes(cellsOf(sample), separator)),
      text.replace("\n", "\r\n").replace(/\n$/, "\r"),
      text.replaceAll("\n", "\r"),
    ]) {
      const imported = await run(sample, other);
      expect(imported).toMatchObject({ code: 0, stderr: "" });
      expect(imported.text(table)).toBe(good.text(table));
    }
  });

  test("refuses another encoding, and says which row", async () => {
    await expectRefused(run(sample, Buffer.from(text, "utf16le")), /: .*expected UTF-8 text/);
    const latin = Buffer.from(text.replace("\n", "\n\u00e9"), "latin1");
    await expectRefused(run(sample, latin), /^yeelen: [^:]+, row 2: ".*expected UTF-8 text; save it again/);
  });

  test("says in source.json that the last line has no line end", async () => {
    const imported = await run(sample, text.trimEnd());
    expect(imported.source().remarks.join(" ")).toContain("may have been cut short");
    expect((await run(sample, text)).source().remarks.join(" ")).not.toContain("may have been cut short");
  });

  test("refuses a quotation mark that is never closed", async () => {
    await expectRefused(
      run(sample, `${text}"open`),
      /^yeelen: [^:]+, row \d+: a quotation mark is opened and never closed/,
    );
  });
});

describe.each(counted)("yeelen import $source, figures", (sample) => {
  const figures: readonly (readonly [string, string])[] = [
    ["-5", "a negative value"],
    ["3.5", "a fractional value"],
    ["NaN", "not a plain number"],
    ["1e9", "not a plain number"],
    ["1.234,5", "not a plain number"],
    ["12 apples", "not a plain number"],
    ["99999999999999999999", "not a plausible count"],
  ];

  test.each(figures)("leaves out the figure %s and says why: %s", async (figure, reason) => {
    const imported = await runCells(sample, withLast(sample, sample.figure, figure));
    expect(imported.code).toBe(0);
    const reasons = reasonsOf(imported);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(sample.figureReason ?? reason);
    expect(imported.source()).toMatchObject({
      rowsRead: sample.rows.length,
      rowsKept: sample.rows.length - 1,
    });
  });

  test("keeps one of two equal rows, unless each is an incident of its own", async () => {
    const good = await runCells(sample, cellsOf(sample));
    const twice = await runCells(sample, [...cellsOf(sample), sample.rows[0] ?? []]);
    expect(twice.source().rowsRead).toBe(sample.rows.length + 1);
    if (sample.repeatsCount) {
      expect(twice.source().rowsKept).toBe(sample.rows.length + 1);
      return;
    }
    expect(reasonsOf(twice)).toEqual(["repeats another row, key and value alike (one is kept)"]);
    expect(twice.text(sample.table ?? "observations.csv")).toBe(
      good.text(sample.table ?? "observations.csv"),
    );
  });

  test("marks a key in conflict as conflicting: neither summed nor picked", async () => {
    if (sample.keysAddUp) return;
    const index = sample.header.indexOf(sample.figure);
    const [first = []] = sample.rows;
    const other: Record<string, string> = { bound_date: "2002-04-13", tier: "3", amount: "7" };
    const conflict = first.map((cell, at) => (at === index ? (other[sample.figure] ?? "77") : cell));
    const imported = await runCells(sample, [...cellsOf(sample), conflict]);
    expect(imported.code).toBe(0);
    expect(reasonsOf(imported)).toEqual([
      "contradicts another row of the same key (the key is kept as conflicting)",
    ]);
    const rows = imported.rows(sample.table).filter(({ absence }) => absence === "conflicting");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row[sample.table ? "x" : "value"] ?? "").toBe("");
    expect(JSON.stringify(rows)).not.toContain('"77"');
  });
});

test("yeelen import un-wpp refuses a file of other countries: nothing to keep, nothing written", async () => {
  const sample = sampleFiles.find(({ source }) => source === "un-wpp") as SampleFile;
  await expectRefused(
    runCells(sample, [sample.header, ["FRA", "250", "2018", "T", "TOTAL", "64990511"]]),
    /^yeelen: nothing to keep: none of the 1 rows .*another country \(1\)/,
  );
});

test("yeelen import unknown names the sources there are", async () => {
  const { code, stderr } = await runYeelen(emptyFolder(), ["import", "nobody", "x.csv", "--out", "out"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^yeelen: unknown source: nobody; expected one of unodc-glotip, un-sdg-16-2-2, /);
});
