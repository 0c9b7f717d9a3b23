import { createHash } from "node:crypto";
import type { Indicator, Source } from "@yeelen/dataset";
import { fictionalRegister } from "@yeelen/disclosure";
import type { DatasetConfig } from "../release/dataset-config.ts";
import type { Tabulation } from "../release/tabulation.ts";
import { csvText } from "../tables/csv-text.ts";

const k = 11;
const dataset = "fictional-register";
const indicatorId = "fictional-cases-registered";
/** Codes that no country has: the standard leaves them to users. */
const country = { code: "ZZK", m49: "999" };
const notice = "Fictional: made by a program, about a country and persons that do not exist.";
const years = [2020, 2024] as const;

const districts = [
  "Kalinda City",
  "Norvale",
  "Harbour Coast",
  "Upper Lake",
  "Eastmarsh",
  "Three Hills",
  "Saltplain",
  "Far Valley",
].map((name, at) => ({ name, code: `ZZ${"ABCDEFGH"[at]}`, m49: String(991 + at) }));

/**
 * Every file of a folder around a fictional case register: the records, which stay private, and the rules by which
 * tables and records are made from them. All say that they are fictional.
 */
export function registerFiles(): Readonly<Record<string, string>> {
  const records = recordsOf();
  const own = `sources/${dataset}`;
  const config: DatasetConfig = {
    title: "Fictional case register of Kalinda",
    policy: "enforce",
    statement: `${notice} Small numbers are hidden and records are blanked, so that nobody could be found.`,
  };
  return {
    "README.md": `# A fictional register\n\n${notice}\n\nregister.csv holds the records. Were they real, this folder would have to stay private, all of it but published/.\nWhat to do with it: docs/publish-your-own.md.\n`,
    "areas.csv": csvText(
      ["code", "m49", "name", "region", "programme"],
      [{ ...country, name: "Kalinda" }, ...districts].map(({ code, m49, name }) => [
        ...[code, m49, `${name} (fictional)`],
        ...["fictional", "true"],
      ]),
    ),
    "register.csv": records,
    [`indicators/${indicatorId}.json`]: json(indicator),
    [`${own}/dataset.json`]: json(config),
    [`${own}/source.json`]: json(sourceOf(records)),
    [`${own}/policy.json`]: json(tablePolicy),
    [`${own}/records-policy.json`]: json(recordsPolicy),
    [`${own}/tabulation.json`]: json(tabulation),
  };
}

function recordsOf(): string {
  const { cases } = fictionalRegister({ count: 12_000, years, returning: 0.03 });
  return csvText(
    ["case", "year", "district", "sex", "age", "citizenship", "form", "origin"],
    cases.map((one) => [
      ...[one.case, one.year, one.district, one.sex, one.age, one.citizenship, one.form],
      "fictional",
    ]),
  );
}

const tablePolicy = {
  note: `${notice} Rules for the tables.`,
  kind: "tables",
  policy: "enforce",
  k,
  dimensions: {
    area: { total: country.code, repeats: true },
    period: {},
    sex: { total: "T" },
    age: { total: "T" },
  },
  columns: { value: "value", status: "absence" },
};

const recordsPolicy = {
  note: `${notice} Rules for the records.`,
  kind: "records",
  k,
  columns: {
    case: "person",
    year: "quasi",
    sex: "quasi",
    age: "quasi",
    citizenship: "quasi",
    form: "sensitive",
    origin: "safe",
  },
};

const tabulation: Tabulation = {
  indicator: indicatorId,
  person: "case",
  columns: {
    area: {
      column: "district",
      codes: Object.fromEntries(districts.map(({ name, code }) => [name, code])),
      total: country.code,
    },
    period: { column: "year" },
    sex: { column: "sex", codes: { F: "F", M: "M", O: "O" }, total: "T" },
    age: {
      column: "age",
      codes: { "0-8": "LT18", "9-17": "LT18", "18-29": "GE18", "30-47": "GE18", "48+": "GE18" },
      total: "T",
    },
  },
};

const indicator: Indicator = {
  id: indicatorId,
  dataset,
  title: "Cases in a fictional register",
  subject: "context",
  definition:
    "Fictional persons whom the register of Kalinda, a country that does not exist, lists as victims.",
  countedBy: "Nobody: a program made the cases.",
  unit: { id: "fictional-cases", one: "fictional case", other: "fictional cases" },
  dimensions: ["sex", "age"],
  codes: { sex: ["T", "F", "M", "O"], age: ["T", "LT18", "GE18"] },
  measures: ["value", "share", "change", "index", "rank"],
  period: [...years],
  breaks: [],
  caveats: [notice],
  comparableWith: [],
  notComparableWith: [],
  updates: "Never: the register is fictional.",
};

function sourceOf(records: string): Source {
  const bytes = new TextEncoder().encode(records);
  const rows = records.trimEnd().split("\n").length - 1;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    id: dataset,
    title: "Fictional case register",
    publisher: "Fictional Register Office of Kalinda",
    release: "2025-01-31",
    licence: "Fictional data, free to use; never as figures of a real country",
    url: "https://example.org/",
    file: { name: "register.csv", bytes: bytes.byteLength, sha256 },
    rowsRead: rows,
    rowsKept: rows,
    leftOut: [],
    unmapped: [],
    remarks: [notice],
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
