import { createHash } from "node:crypto";
import type { Indicator, Source } from "@yeelen/dataset";
import type { DatasetConfig } from "../release/dataset-config.ts";

/** A tidy table that a folder is to be made for, and what is known of it. */
export interface OwnTable {
  readonly dataset: string;
  readonly indicators: readonly string[];
  /** Dimensions that the table breaks figures down by, with the codes it uses, the total first. */
  readonly codes: Indicator["codes"];
  readonly period: readonly [number, number];
  readonly rows: number;
  /** `observations.csv`, as text. */
  readonly text: string;
  /** The file it came from. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly policy: DatasetConfig["policy"];
  readonly today: string;
}

const statements: Readonly<Record<DatasetConfig["policy"], string>> = {
  "as-published":
    "Say here, in one sentence, who hid small numbers before these figures were published, and how.",
  enforce: "Small numbers are hidden so that nobody can be found.",
  open: "These figures are about no person; nothing is hidden.",
};

/** Every file of the folder, by path. */
export function folderFiles(table: OwnTable): Readonly<Record<string, string>> {
  const { dataset, indicators, policy } = table;
  const config: DatasetConfig = {
    title: `Title of ${dataset}: edit it in dataset.json`,
    policy,
    statement: statements[policy],
  };
  return {
    "README.md": readme(dataset),
    "areas.csv": "code,m49,name,region,programme\n",
    [`sources/${dataset}/dataset.json`]: json(config),
    [`sources/${dataset}/source.json`]: json(sourceOf(table)),
    [`sources/${dataset}/observations.csv`]: table.text,
    ...Object.fromEntries(indicators.map((id) => [`indicators/${id}.json`, json(indicatorOf(id, table))])),
  };
}

function sourceOf({ dataset, rows, file, today }: OwnTable): Source {
  return {
    id: dataset,
    title: `Title of the publication behind ${dataset}: edit it in source.json`,
    publisher: "Name of who publishes these figures",
    release: today,
    licence: "Terms under which the figures may be used",
    url: "https://example.org/",
    file: {
      name: file.name,
      bytes: file.bytes.byteLength,
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
    },
    rowsRead: rows,
    rowsKept: rows,
    leftOut: [],
    unmapped: [],
    remarks: [],
  };
}

function indicatorOf(id: string, { dataset, codes, period }: OwnTable): Indicator {
  return {
    id,
    dataset,
    title: `Title of ${id}: edit it in ${id}.json`,
    subject: "context",
    definition: "What is counted, in one sentence.",
    countedBy: "Who counts it, in one sentence.",
    unit: { id: "cases", one: "case", other: "cases" },
    dimensions: Object.keys(codes) as Indicator["dimensions"],
    codes,
    measures: [
      "value",
      ...(Object.keys(codes).length > 0 ? (["share"] as const) : []),
      "change",
      "index",
      "rank",
    ],
    period: [...period],
    breaks: [],
    caveats: [],
    comparableWith: [],
    notComparableWith: [],
    updates: "How often new figures come, in one sentence.",
  };
}

function readme(dataset: string): string {
  return `# ${dataset}

Publish and look at it, from the folder that holds this one:

    npx yeelen publish --data <this folder> --out <this folder>/published
    npx yeelen serve <this folder>/published

Then edit, and publish again:

- sources/${dataset}/observations.csv: the figures
- sources/${dataset}/source.json: where they come from, and the name of the release
- sources/${dataset}/dataset.json: title, policy, how the figures are protected
- indicators/: what is counted, by whom, how it may be read
- areas.csv: names, regions and programme membership of countries, where you want others than the built-in ones
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
