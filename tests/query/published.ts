import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { observationColumns, type Indicator, type Observation } from "@yeelen/dataset";
import { publish } from "../../packages/publish/src/release/publish.ts";
import { indicator, observation, product, range } from "./made-up.ts";

/** A published folder that all test files of a worker read, and none writes to. */
export interface Published {
  readonly folder: string;
  /** Address of the catalogue. */
  readonly url: URL;
}

/** The project's own figures: those that were built last, or else published to a folder of the worker's. */
export const publishFigures = once(async () => {
  const data = fileURLToPath(new URL("../../data", import.meta.url));
  const built = join(data, "published");
  return existsSync(join(built, "catalog.json")) ? publishedAt(built) : publishTo(data);
});

/** Figures made up to hold every kind of cell, break and code; the same ones each time. */
export const publishMadeUp = once(async () => {
  const data = await temporaryFolder("yeelen-made-up-");
  await writeDataset(data, "made-up", madeUpIndicators, madeUpObservations(), {
    population: "made-up-population",
  });
  const earlier = madeUpObservations().map((row) => (row.value === null ? row : changed(row)));
  await writeDataset(data, "made-up", [], earlier, {}, "2019-01-01");
  await writeDataset(data, "made-up-population", [persons], personsObservations());
  return publishTo(data);
});

/** The same files in a folder that a test may change. */
export async function copyOf({ folder }: Published): Promise<Published> {
  const own = await temporaryFolder("yeelen-copy-");
  await cp(folder, own, { recursive: true });
  return publishedAt(own);
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

async function publishTo(data: string): Promise<Published> {
  const folder = await temporaryFolder("yeelen-published-");
  await publish({ data, out: folder });
  return publishedAt(folder);
}

function publishedAt(folder: string): Published {
  return { folder, url: pathToFileURL(join(folder, "catalog.json")) };
}

/** A folder that goes with the process. */
async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A dataset of the data folder; without indicators, an earlier release of it. */
export async function writeDataset(
  data: string,
  id: string,
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  config: { readonly population?: string } = {},
  release = "2020-01-01",
): Promise<void> {
  const own = join(data, "sources", id);
  const folder = indicators.length ? own : join(own, "earlier", release);
  await mkdir(folder, { recursive: true });
  await mkdir(join(data, "indicators"), { recursive: true });
  for (const one of indicators)
    await writeFile(join(data, "indicators", `${one.id}.json`), JSON.stringify({ ...one, dataset: id }));
  if (folder === own)
    await writeFile(
      join(own, "dataset.json"),
      JSON.stringify({
        title: `Figures of ${id}`,
        policy: config.population ? "as-published" : "open",
        statement: "Figures below 5 are published as a range.",
        ...config,
      }),
    );
  await writeFile(
    join(folder, "source.json"),
    JSON.stringify({
      id,
      title: `Figures of ${id}`,
      publisher: "Nobody",
      release,
      licence: "CC0-1.0",
      url: "https://example.org/figures",
      file: { name: "figures.csv", bytes: 0, sha256: "0".repeat(64) },
      rowsRead: observations.length,
      rowsKept: observations.length,
      leftOut: [],
      unmapped: [],
      remarks: [],
    }),
  );
  await writeFile(
    join(folder, "observations.csv"),
    csv(observations.map((row) => ({ ...row, dataset: id }))),
  );
}

const keys = observationColumns.slice(0, 8);

function csv(observations: readonly Observation[]): string {
  const lines = observations
    .toSorted((a, b) => (keys.map((name) => a[name]).join() < keys.map((name) => b[name]).join() ? -1 : 1))
    .map((row) => observationColumns.map((name) => row[name] ?? "").join());
  return [observationColumns.join(), ...lines, ""].join("\n");
}

const reason = "Counted in another way from this year.";
export const madeUpIndicators: readonly Indicator[] = [
  indicator("cases", []),
  indicator("people", ["sex", "age"], {
    breaks: [
      { area: "MLI", period: 2013, reason },
      { area: "MLI", period: 2015, reason },
      { area: "UKR", period: 2010, reason },
      { area: "SEN", period: 2016, reason },
    ],
  }),
  indicator("forms", ["sex", "age", "exploitation"], { breaks: [{ area: "NER", period: 2012, reason }] }),
  indicator("origins", ["sex", "counterpart"], { breaks: [{ area: "COL", period: 2014, reason }] }),
];
const persons: Indicator = {
  ...indicator("population", ["sex", "age"], { unit: "persons" }),
  subject: "context",
  measures: ["value", "share", "change", "index"],
  codes: { sex: ["T", "F", "M"], age: ["T", "LT18", "GE18"] },
};
export const madeUpAreas = ["COL", "FRA", "MLI", "NER", "SEN", "UKR"];
const years = range(2010, 2016);

function madeUpObservations(): Observation[] {
  const random = sequence(20200101);
  return madeUpIndicators.flatMap((one) => {
    const lists = one.dimensions.map(
      (name) => one.codes[name] ?? ["T", "NGA", "BFA", "ABROAD", "UNMAPPED", "RUS"],
    );
    return product([madeUpAreas, years, ...lists]).flatMap(([area, period, ...codes]) => {
      const figure = madeUpFigure(random);
      const key = Object.fromEntries(one.dimensions.map((name, index) => [name, codes[index]]));
      return figure === undefined ? [] : [observation(one.id, String(area), Number(period), figure, key)];
    });
  });
}

function changed(row: Observation): Observation {
  const value = (row.value ?? 0) + 1;
  return { ...row, value, low: value, high: value };
}

function madeUpFigure(
  random: () => number,
): number | [number, number] | "not-reported" | "conflicting" | "not-applicable" | undefined {
  const kind = random();
  if (kind < 0.15) return undefined;
  if (kind < 0.3) return random() < 0.5 ? [0, 4] : [1, 4];
  if (kind < 0.35) return "not-reported";
  if (kind < 0.4) return "conflicting";
  if (kind < 0.42) return "not-applicable";
  if (kind < 0.55) return 0;
  if (kind < 0.6) return Math.round(random() * 1e6) / 1000;
  return Math.floor(random() ** 4 * 5000);
}

function personsObservations(): Observation[] {
  const random = sequence(7);
  return product([madeUpAreas.slice(0, 5), years.slice(1), ["T", "F", "M"], ["T", "LT18", "GE18"]]).flatMap(
    ([area, period, sex, age]) =>
      random() < 0.05
        ? []
        : [
            observation("population", String(area), Number(period), Math.floor(random() * 4e7) + 1, {
              sex: sex as "F",
              age: age as "T",
            }),
          ],
  );
}

/** Numbers in [0, 1) that look random and are the same each time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
