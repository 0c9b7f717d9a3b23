import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { kAnonymity } from "../../packages/disclosure/src/index.ts";

const path = new URL("../../../shared/data/ctdc-kanon/2021-07-15/ctdc_global_kanon.csv.gz", import.meta.url);
const quasi = [
  "gender",
  "ageBroad",
  "majorityStatus",
  "citizenship",
  "yearOfRegistration",
  "CountryOfExploitation",
];

it.skipIf(!existsSync(path))(
  "kAnonymity(records) finds CTDC's file strict 1 and wildcard 11, as its publisher's method implies",
  () => {
    const rows = parse(gunzipSync(readFileSync(path)), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(97_750);
    const columns = Object.fromEntries(
      quasi.map((name) => [name, rows.map((row) => (row[name] === "-99" ? "" : row[name]!))]),
    );
    expect(kAnonymity(columns, quasi)).toMatchObject({ k: 1, wildcard: 11, records: 97_750 });
  },
);

it("the collaborative's figures that we show are all of at least 11 records, as their statement says", () => {
  const folder = new URL("../../data/sources/ctdc-kanon/", import.meta.url);
  const rows = parse(readFileSync(new URL("observations.csv", folder)), { columns: true }) as Record<
    string,
    string
  >[];
  const values = rows.flatMap(({ value }) => (value ? [Number(value)] : []));
  expect(values).toHaveLength(70);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(11);
  const config = JSON.parse(readFileSync(new URL("dataset.json", folder), "utf8")) as Record<string, unknown>;
  expect(config).toMatchObject({ policy: "as-published", threshold: 11 });
  expect(config["statement"]).toMatch(/at least 10 others.*with none.*at least 11 records/);
});
