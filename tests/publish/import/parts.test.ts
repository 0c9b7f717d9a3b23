import fc from "fast-check";
import { describe, expect, test } from "vitest";
import countries from "../../../packages/publish/src/import/countries.json" with { type: "json" };
import { countryOfIso2, countryOfM49, countryOfName } from "../../../packages/publish/src/import/country.ts";
import { counterpartOf } from "../../../packages/publish/src/import/counterpart.ts";
import { csvText } from "../../../packages/publish/src/tables/csv-text.ts";
import { readCount, sumFigures } from "../../../packages/publish/src/import/figure.ts";
import { labelKey, shown } from "../../../packages/publish/src/import/label.ts";
import { releaseId } from "../../../packages/publish/src/import/release-id.ts";
import { parse } from "csv-parse/sync";

describe("readCount", () => {
  const read = (printed: string) => readCount(printed, { lowest: 0, most: 1e6 });

  test("readCount(printed) reads what publishers print", () => {
    expect(read("1,192")).toEqual({ figure: { value: 1192, low: 1192, high: 1192 } });
    expect(read(" 7.0 ")).toEqual({ figure: { value: 7, low: 7, high: 7 } });
    expect(read("0")).toEqual({ figure: { value: 0, low: 0, high: 0 } });
    expect(read("<5")).toEqual({ figure: { value: null, low: 0, high: 4 } });
    expect(readCount("< 5", { lowest: 1, most: 9 })).toEqual({ figure: { value: null, low: 1, high: 4 } });
  });

  test("readCount(printed) never bends what is no count into one", () => {
    for (const text of [
      "",
      "-1",
      "1.5",
      "NaN",
      "1e9",
      "1.234,5",
      "12,34",
      "0x10",
      "Infinity",
      "1 apple",
      ">5",
      "007",
    ])
      expect(read(text), text).toHaveProperty("problem");
    expect(readCount("<5", { most: 9 })).toEqual({ problem: "a range where a number is expected" });
  });

  test("readCount(printed) reads back every count with and without thousands commas", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (count) => {
        expect(read(String(count))).toEqual(read(count.toLocaleString("en")));
        expect(read(String(count))).toEqual({ figure: { value: count, low: count, high: count } });
      }),
    );
  });

  test("sumFigures(figures) is an interval as soon as one part is a range", () => {
    expect(
      sumFigures([
        { value: 7, low: 7, high: 7 },
        { value: null, low: 0, high: 4 },
      ]),
    ).toEqual({
      value: null,
      low: 7,
      high: 11,
    });
  });
});

describe("countries", () => {
  test("every name and demonym leads to one country", () => {
    const keys = Object.values(countries).flatMap(({ names }) => names.map(labelKey));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain("");
    for (const [iso3, { names, iso2, m49 }] of Object.entries(countries)) {
      for (const name of names) expect(countryOfName(name)).toBe(iso3);
      expect(countryOfIso2(iso2)).toBe(iso3);
      expect(countryOfM49(m49)).toBe(iso3);
    }
  });

  test("NA is Namibia, 076 and 76 are Brazil", () => {
    expect(countryOfIso2("NA")).toBe("NAM");
    expect(countryOfM49("076")).toBe("BRA");
    expect(countryOfM49("76")).toBe("BRA");
  });

  test("counterpartOf(label, area) guesses nothing", () => {
    for (const label of [
      "Nigerin",
      "Congolese",
      "Guineana",
      "3 nigériens et 1 tunisien",
      "Africa",
      "",
      "0",
      "Nationality",
    ])
      expect(counterpartOf(label, "NER"), label).toBe("UNMAPPED");
    expect(counterpartOf("Nationals", "NER")).toBe("NER");
    expect(counterpartOf("Ciudadanos de su pa\uFFFDs", "COL")).toBe("COL");
    expect(counterpartOf("MÉXICO", "COL")).toBe("MEX");
    expect(counterpartOf("M\uFFFDXICO", "COL")).toBe("MEX");
  });

  test("shown(label) shows what was looked at and nothing else", () => {
    expect(shown("Nigerin")).toBe("Nigerin");
    expect(shown("  ")).toBe("(blank)");
    expect(shown("Aminata, 17, from Gao")).toBe("(not reviewed)");
  });
});

describe("releaseId", () => {
  const path = "unodc-glotip/2024-01-02/data.xlsx";
  const created = new Date("2023-05-30T12:00:00Z");

  test("releaseId(clues) believes the user, then the stamp, then the path, then the workbook", () => {
    const above = [["UNODC"], ["14/04/2025"]];
    const release = (clues: Partial<Parameters<typeof releaseId>[0]>) =>
      releaseId({ given: undefined, path: "data.xlsx", ...clues }).release;
    expect(release({ given: "2026", above, path, created })).toBe("2026");
    expect(release({ above, path, created })).toBe("2025-04-14");
    expect(release({ path, created })).toBe("2024-01-02");
    expect(release({ path: "un-wpp/2019/population.csv" })).toBe("2019");
    expect(release({ created })).toBe("2023-05-30");
  });

  test("releaseId(clues) looks for a date in the file's and its folder's name alone", () => {
    expect(() => releaseId({ given: undefined, path: "/2019/home/me/p.csv" })).toThrow(
      /unknown release.*--release/,
    );
    expect(() => releaseId({ given: "v1", path })).toThrow(/wrong release: --release v1/);
  });
});

test("csvText(columns, rows) is read back by an outside parser, whatever the cells hold", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const text = csvText(["a", "b"], rows);
      expect(parse(text, { record_delimiter: "\n" })).toEqual([["a", "b"], ...rows]);
    }),
  );
});
