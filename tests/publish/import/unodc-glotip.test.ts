import { describe, expect, test } from "vitest";
import { glotipHeader, glotipWorkbook, runImport, workbook, type GlotipRow } from "./run-import.ts";

const importRows = (rows: readonly GlotipRow[], options?: Parameters<typeof glotipWorkbook>[1]) =>
  runImport("unodc-glotip", "data_glotip.xlsx", glotipWorkbook(rows, options));
const cell = ({ value, low, high, absence }: Record<string, string> = {}) => [value, low, high, absence];

describe("yeelen import unodc-glotip", () => {
  test("finds the header by its names, below a stamp or at the top", async () => {
    const stamped = await importRows([{ value: "13" }]);
    const bare = await runImport(
      "unodc-glotip",
      "data_glotip.xlsx",
      glotipWorkbook([{ value: "13" }], { stamp: "" }),
      { release: "2023-05-30" },
    );
    for (const { code, rows } of [stamped, bare]) {
      expect(code).toBe(0);
      expect(rows().filter(({ indicator }) => indicator === "victims-detected")).toEqual([
        expect.objectContaining({
          area: "MLI",
          period: "2018",
          value: "13",
          low: "13",
          high: "13",
          absence: "",
        }),
      ]);
    }
    expect(stamped.source().release).toBe("2025-04-14");
    expect(bare.source().release).toBe("2023-05-30");
  });

  test("maps country names where a release has no ISO column", async () => {
    const { rows, source } = await importRows(
      [
        { country: "Lao People's Democratic Republic", value: "9" },
        { country: "Kyrgyzstan", value: "8" },
        { country: "France", value: "7" },
        { country: "Atlantis", value: "6" },
      ],
      { header: glotipHeader.filter((name) => name !== "Iso3_code") },
    );
    const detected = rows().filter(({ indicator }) => indicator === "victims-detected");
    expect(detected.map(({ area, value }) => [area, value])).toEqual([
      ["KGZ", "8"],
      ["LAO", "9"],
    ]);
    expect(source().leftOut).toEqual([
      { reason: "another country", rows: 1 },
      { reason: "country not recognised", rows: 1 },
    ]);
    expect(source().unmapped).toEqual([{ column: "Country", label: "(not reviewed)", rows: 1 }]);
  });

  test("says which columns are missing, in a file without them", async () => {
    const { code, stderr, files } = await importRows([{ value: "13" }], {
      header: glotipHeader.filter((name) => name !== "Sex" && name !== "Age"),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^yeelen: data_glotip\.xlsx, sheet "data_glotip_1", row 3: no column "Sex", "Age", whose header has/,
    );
    expect(files).toEqual([]);
  });

  test("reads thousands commas, and numbers that are cells of numbers", async () => {
    const { rows } = await importRows([
      { iso3: "UKR", value: "1,192" },
      { iso3: "NPL", value: 546 },
    ]);
    const detected = rows().filter(({ indicator }) => indicator === "victims-detected");
    expect(detected.map(({ value }) => value)).toEqual(["546", "1192"]);
  });

  test("stores fewer than 5 as 0 to 4 before 2025-11, and as 1 to 4 from a release that prints zeros", async () => {
    const before = await importRows([{ value: "<5" }]);
    expect(before.rows().map(cell)[0]).toEqual(["", "0", "4", "suppressed"]);
    const rows = [{ value: "<5" }, { year: 2019, value: "0" }];
    const after = await importRows(rows, { stamp: "20/11/2025" });
    const detected = after.rows().filter(({ indicator }) => indicator === "victims-detected");
    expect(detected.map(cell)).toEqual([
      ["", "1", "4", "suppressed"],
      ["0", "0", "0", ""],
    ]);
    const late = await importRows([{ value: "<5" }], { stamp: "20/11/2025" });
    expect(late.rows().map(cell)[0]).toEqual(["", "0", "4", "suppressed"]);
    expect(late.source().remarks.join(" ")).toContain("do not agree");
  });

  test("drops leaked questionnaire fields by rule and counts them", async () => {
    const leaked = { iso3: "PAK", country: "Pakistan", indicator: "Detected trafficking victims" };
    const { rows, source } = await importRows([
      { value: "13" },
      { ...leaked, dimension: "by citizenship", category: "Q6.1_12s_2021", value: "61,122,021" },
      { ...leaked, dimension: "by citizenship", category: "Nationals", value: "6,112,019" },
      { ...leaked, dimension: "by country of repatriation", category: "", year: 2020, value: "2,020" },
    ]);
    expect(rows().every(({ area }) => area === "MLI")).toBe(true);
    expect(source().leftOut).toEqual([
      { reason: "leaked questionnaire field", rows: 2 },
      { reason: "a value above 1,000,000, not a plausible count", rows: 1 },
    ]);
  });

  test("keeps one of two rows that agree; marks two that disagree as conflicting, without value or bounds", async () => {
    const { rows, source } = await importRows([
      { sex: "Female", value: "9" },
      { sex: "Female", value: "9" },
      { sex: "Male", value: "19" },
      { sex: "Male", value: "<5" },
    ]);
    const detected = rows().filter(({ indicator }) => indicator === "victims-detected");
    expect(detected.map((row) => [row.sex, ...cell(row)])).toEqual([
      ["F", "9", "9", "9", ""],
      ["M", "", "", "", "conflicting"],
    ]);
    expect(source()).toMatchObject({ rowsRead: 4, rowsKept: 2 });
    expect(source().leftOut.map(({ rows }) => rows)).toEqual([1, 1]);
  });

  test("maps citizenships in several languages, with lost bytes, and nationals to the country itself", async () => {
    const labels = [
      "PER\uFFFD",
      "BRASIL",
      "Burkinabe",
      "Nationals",
      "foreigners",
      "Unknown",
      "Côte d'Ivoire",
    ];
    const { rows } = await importRows(
      labels.map((category, index) => ({ dimension: "by citizenship", category, value: String(10 + index) })),
    );
    const byCode = Object.fromEntries(rows().map(({ counterpart, value }) => [counterpart, value]));
    expect(byCode).toEqual({
      PER: "10",
      BRA: "11",
      BFA: "12",
      MLI: "13",
      FOREIGN: "14",
      UNKNOWN: "15",
      CIV: "16",
    });
  });

  test("counts labels it cannot map, sums them as an interval and never guesses", async () => {
    const { rows, source } = await importRows([
      { dimension: "by citizenship", category: "Nigerin", value: "15" },
      { dimension: "by citizenship", category: "", value: "<5" },
      { dimension: "by citizenship", category: "Somebody by name", value: "7" },
    ]);
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toMatchObject({ counterpart: "UNMAPPED", value: "", low: "22", high: "26" });
    expect(rows()[0]?.note).toBe("label: Nigerin; (blank); (not reviewed)");
    expect(source().unmapped.map(({ label, rows: count }) => [label, count])).toEqual([
      ["(blank)", 1],
      ["(not reviewed)", 1],
      ["Nigerin", 1],
    ]);
    expect(source().rowsKept).toBe(3);
  });

  test("marks two labels of one country in one year as conflicting: they may overlap", async () => {
    const { rows } = await importRows([
      { dimension: "by citizenship", category: "Peru", value: "<5" },
      { dimension: "by citizenship", category: "PER\uFFFD", value: "<5" },
    ]);
    expect(rows().map(cell)).toEqual([["", "", "", "conflicting"]]);
  });

  test("keeps Pakistan's large figures: they are neither dropped nor bent", async () => {
    const { rows } = await importRows([{ iso3: "PAK", country: "Pakistan", year: 2019, value: "32,022" }]);
    expect(rows()[0]).toMatchObject({ area: "PAK", value: "32022" });
  });

  test("stores the publisher's own total as the total of forms and of citizenships", async () => {
    const { rows } = await importRows([{ value: "13" }, { sex: "Female", value: "9" }]);
    expect(
      rows().map((row) => [row.indicator, row.sex, row.exploitation, row.counterpart, row.value]),
    ).toEqual([
      ["victims-by-citizenship", "T", "T", "T", "13"],
      ["victims-by-exploitation", "F", "T", "T", "9"],
      ["victims-by-exploitation", "T", "T", "T", "13"],
      ["victims-detected", "F", "T", "T", "9"],
      ["victims-detected", "T", "T", "T", "13"],
    ]);
  });

  test("never computes what the publisher hides: a total and its one open part give no third figure", async () => {
    const { rows } = await importRows([
      { value: "13" },
      { sex: "Female", value: "9" },
      { sex: "Male", value: "<5" },
    ]);
    const male = rows().filter(({ sex }) => sex === "M");
    expect(male.map(cell)).toEqual([
      ["", "0", "4", "suppressed"],
      ["", "0", "4", "suppressed"],
    ]);
  });

  test("leaves out by name what is in no indicator, and codes it does not know", async () => {
    const { source } = await importRows([
      { value: "13" },
      { indicator: "Persons convicted", dimension: "by citizenship", category: "Mali", value: "6" },
      { indicator: "Persons tickled", value: "6" },
      { sex: "Femal", value: "6" },
      { year: "20l8", value: "6" },
      { unit: "Rate", value: "6" },
    ]);
    expect(
      source()
        .leftOut.map(({ reason }) => reason)
        .sort(),
    ).toEqual([
      "another unit than counts",
      "not a year",
      "persons convicted by citizenship: in no indicator",
      "unknown code in Indicator",
      "unknown code in Sex",
    ]);
  });

  test("takes the sheet that has the columns, and names the sheets where none has", async () => {
    const right = workbook({
      Notes: [["Read me"]],
      data: [
        glotipHeader,
        [
          "MLI",
          "Mali",
          "",
          "",
          "Detected trafficking victims",
          "Total",
          "Total",
          "Total",
          "Total",
          2018,
          "Counts",
          "13",
          "",
        ],
      ],
    });
    expect((await runImport("unodc-glotip", "a.xlsx", right, { release: "2025" })).code).toBe(0);
    const wrong = workbook({ Notes: [["Read me"]], Other: [["x"]] });
    const { code, stderr } = await runImport("unodc-glotip", "a.xlsx", wrong);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^yeelen: a\.xlsx: none of the sheets "Notes", "Other" has the columns "Country", .*say --sheet <name>/,
    );
  });

  test("reads an error cell as no number, and a stamp that is a date cell as its day", async () => {
    const row = (year: number, value: unknown) => [
      ...["MLI", "Mali", "", "", "Detected trafficking victims", "Total", "Total", "Total", "Total"],
      ...[year, "Counts", value, "GLOTIP"],
    ];
    const stamp = { t: "n", v: 45761, z: "dd/mm/yyyy" };
    const cells = [["UNODC"], [stamp], glotipHeader, row(2018, 13), row(2019, { t: "e", v: 42 })];
    const { source, rows } = await runImport("unodc-glotip", "a.xlsx", workbook({ data: cells }));
    expect(source().release).toBe("2025-04-14");
    expect(source().leftOut).toEqual([{ reason: "not a plain number", rows: 1 }]);
    expect(rows().every(({ period }) => period === "2018")).toBe(true);
  });
});
