import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { read, utils } from "@e965/xlsx";
import { areas, Source } from "@yeelen/dataset";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, filesIn, runYeelen } from "./import/run-import.ts";

const root = join(import.meta.dirname, "../..");
const shared = join(root, "../shared");
const sources = join(root, "data/sources");
const ours = areas.map(({ code }) => code);

interface Facts {
  readonly figures: readonly {
    readonly query: {
      readonly indicator: string;
      readonly areas: readonly [string];
      readonly period: readonly [number, number];
      readonly measure: string;
      readonly where?: Readonly<Record<string, string>>;
    };
    readonly value: number | null;
    readonly absence?: string;
  }[];
  readonly counts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type Row = Record<string, string>;
const table = (path: string): Row[] => parse(readFileSync(join(sources, path)), { columns: true });
const sourceOf = (dataset: string) =>
  Source.parse(JSON.parse(readFileSync(join(sources, dataset, "source.json"), "utf8")));

const factsFile = join(shared, "facts.json");
const facts: Facts = existsSync(factsFile)
  ? (JSON.parse(readFileSync(factsFile, "utf8")) as Facts)
  : { figures: [], counts: {} };
const countsOf = (source: string) => facts.counts[source] ?? {};

describe.skipIf(!existsSync(factsFile))("facts.json against the committed tables", () => {
  const figures = facts.figures.filter(({ query }) => query.measure === "value");

  test.each(figures)("$query.indicator $query.areas $query.period $query.where: $value", (figure) => {
    const { query, value, absence } = figure;
    const place = { sex: "T", age: "T", exploitation: "T", counterpart: "T", ...query.where };
    const found = ["unodc-glotip", "un-sdg-16-2-2", "unodc-cts-smuggling"]
      .flatMap((dataset) => table(`${dataset}/observations.csv`))
      .filter(
        (row) =>
          row.indicator === query.indicator &&
          row.area === query.areas[0] &&
          row.period === String(query.period[0]) &&
          Object.entries(place).every(([dimension, code]) => row[dimension] === code),
      );
    if (absence === "not-reported") expect(found).toEqual([]);
    else
      expect(found.map((row) => [row.value, row.absence])).toEqual([
        [value === null ? "" : String(value), absence ?? ""],
      ]);
  });

  test("rows read are all rows of each file", () => {
    for (const [name, counts] of Object.entries(facts.counts)) {
      const [dataset = "", release = ""] = name.split("/");
      const folder = sourceOf(dataset).release === release ? dataset : `${dataset}/earlier/${release}`;
      expect(sourceOf(folder)).toMatchObject({ release, rowsRead: counts.rows });
    }
  });

  test("the SDG table holds the rows of 13 countries, the flows and the incidents their sums", () => {
    const sdg = table("un-sdg-16-2-2/observations.csv");
    expect(sdg).toHaveLength(Number(countsOf("un-sdg-16-2-2/2020-10-19").rows_13_countries));
    expect(new Set(sdg.map(({ area }) => area)).size).toBe(13);
    const flow = (indicator: string, area: string, counterpart: string) =>
      Number(
        table("ctdc-kanon/observations.csv").find(
          (row) => row.indicator === indicator && row.area === area && row.counterpart === counterpart,
        )?.value,
      );
    const kanon = countsOf("ctdc-kanon/2021-07-15");
    expect(flow("assisted-flows", "UKR", "T")).toBe(kanon.citizenship_UA);
    expect(flow("assisted-flows", "UKR", "RUS")).toBe(kanon.UA_exploited_in_RU);
    expect(flow("assisted-flows-into", "MLI", "T")).toBe(kanon.exploited_in_ML);
    expect(flow("assisted-flows-into", "MLI", "NGA")).toBe(kanon.NG_exploited_in_ML);
    const incidents = table("iom-missing-migrants/incidents.csv");
    const deadOrMissing = incidents.reduce((sum, row) => sum + Number(row.dead_or_missing), 0);
    expect([incidents.length, deadOrMissing]).toEqual([
      countsOf("iom-missing-migrants/2026").rows,
      countsOf("iom-missing-migrants/2026").dead_or_missing,
    ]);
  });
});

const workbook = join(shared, "data/unodc-glotip/2025-04-14/data_glotip.xlsx");

describe.skipIf(!existsSync(workbook))("facts.json against UNODC's own file", () => {
  let rows: Row[] = [];
  beforeAll(() => {
    const book = read(readFileSync(workbook), { dense: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    rows = utils.sheet_to_json<Row>(sheet, { range: 2, raw: true, defval: "" });
  });

  test("rows, suppressed rows, rows of the 14 countries, keys shared and in conflict", () => {
    const fourteen = rows.filter((row) => ours.includes(row.Iso3_code ?? ""));
    const keys = new Map<string, string[]>();
    for (const row of fourteen) {
      const { Iso3_code, Indicator, Dimension, Category, Sex, Age, Year } = row;
      const key = [Iso3_code, Indicator, Dimension, Category, Sex, Age, Year].join("|");
      keys.set(key, [...(keys.get(key) ?? []), String(row.txtVALUE)]);
    }
    const shared = [...keys.values()].filter((values) => values.length > 1);
    expect({
      rows: rows.length,
      rows_less_than_5: rows.filter(({ txtVALUE }) => txtVALUE === "<5").length,
      rows_14_countries: fourteen.length,
      by_area: Object.fromEntries(
        ours.map((area) => [area, fourteen.filter((row) => row.Iso3_code === area).length]),
      ),
      rows_sharing_a_key_14: shared.flat().length,
      keys_shared_14: shared.length,
      keys_conflicting_14: shared.filter((values) => new Set(values).size > 1).length,
    }).toEqual(countsOf("unodc-glotip/2025-04-14"));
  });

  test("every row of the 14 countries is in the table or left out by a reason that is not another country", () => {
    const { rowsKept, leftOut } = sourceOf("unodc-glotip");
    const elsewhere = ["another country", "country not recognised"];
    const named = leftOut.filter(({ reason }) => !elsewhere.includes(reason));
    const accounted = rowsKept + named.reduce((sum, part) => sum + part.rows, 0);
    expect(accounted).toBe(countsOf("unodc-glotip/2025-04-14").rows_14_countries);
    expect(leftOut).toContainEqual({ reason: "leaked questionnaire field", rows: 60 });
  });

  test("Pakistan stays in the table, its leaked fields do not", () => {
    const pakistan = table("unodc-glotip/observations.csv").filter(({ area }) => area === "PAK");
    expect(pakistan.length).toBeGreaterThan(100);
    expect(Math.max(...pakistan.map(({ value }) => Number(value)))).toBe(32022);
  });
});

const kanon = join(shared, "data/ctdc-kanon/2021-07-15/ctdc_global_kanon.csv.gz");

test.skipIf(!existsSync(kanon))(
  "facts.json against the collaborative's own file: cells, none below 11",
  () => {
    const text = gunzipSync(readFileSync(kanon)).toString("utf8");
    const width = (text.slice(0, text.indexOf("\n")).match(/,/g) ?? []).length + 1;
    const cells = new Map<string, number>();
    parse(text, {
      columns: true,
      on_record: ({ citizenship, CountryOfExploitation }: Row) => {
        const cell = `${citizenship} ${CountryOfExploitation}`;
        cells.set(cell, (cells.get(cell) ?? 0) + 1);
        return null;
      },
    });
    const facts = countsOf("ctdc-kanon/2021-07-15");
    expect({
      columns: width,
      cells: cells.size,
      small: [...cells.values()].filter((rows) => rows < 11).length,
    }).toEqual({
      columns: facts.columns,
      cells: facts.flow_cells_including_blank,
      small: facts.flow_cells_below_11,
    });
  },
);

const files = [
  ["unodc-glotip", "unodc-glotip/2025-04-14/data_glotip.xlsx", "unodc-glotip"],
  ["unodc-glotip", "unodc-glotip/2023-05-30/data_glotip.xlsx", "unodc-glotip/earlier/2023-05-30"],
  ["un-wpp", "un-wpp/2019/population.csv", "un-wpp"],
  ["un-sdg", "un-sdg-16-2-2/2020-10-19/sdg_16_2_2.csv", "un-sdg-16-2-2"],
  ["unodc-cts", "unodc-cts-smuggling/2024-05-16/smuggling_of_migrants.csv", "unodc-cts-smuggling"],
  ["untc-treaties", "untc-treaties/2015-03-14/treaty_status.csv", "untc-treaties"],
  ["tip-report", "tip-report-tiers/2015/tip_tiers.csv", "tip-report-tiers"],
  ["world-bank-population", "world-bank-population/2024/population.csv", "world-bank-population"],
  [
    "iom-missing-migrants",
    "iom-missing-migrants/2026/incidents_europe_africa_routes.csv",
    "iom-missing-migrants",
  ],
  ["ctdc-kanon", "ctdc-kanon/2021-07-15/ctdc_global_kanon.csv.gz", "ctdc-kanon"],
] as const;

describe.skipIf(!existsSync(join(shared, "data")))("the committed tables", () => {
  test.each(files)("yeelen import %s %s gives the committed bytes", async (source, file, folder) => {
    const out = emptyFolder();
    const path = join(shared, "data", file);
    const { code, stderr } = await runYeelen(out, ["import", source, path, "--out", "out"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const name of filesIn(join(out, "out")))
      expect(readFileSync(join(out, "out", name), "utf8"), name).toBe(
        readFileSync(join(sources, folder, name), "utf8"),
      );
  });
});

test("the committed response events are what the hand-written table gives", async () => {
  const out = emptyFolder();
  const args = ["import", "response-events", join(root, "data/response-events.csv"), "--out", "out"];
  expect(await runYeelen(out, args)).toMatchObject({ code: 0 });
  for (const name of filesIn(join(out, "out")))
    expect(readFileSync(join(out, "out", name), "utf8"), name).toBe(
      readFileSync(join(sources, "response-events", name), "utf8"),
    );
});
