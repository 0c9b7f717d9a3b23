import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Indicator, Source } from "@yeelen/dataset";
import { InputError } from "../errors.ts";
import { readAreas, type ReleaseArea } from "./areas.ts";
import { DatasetConfig } from "./dataset-config.ts";
import { Errata } from "./errata.ts";
import { newestFirst } from "./newest-first.ts";
import type { PassedAudit } from "./protection-of.ts";
import { readJson } from "./read-json.ts";

/** The figures of one release as they lie in `data/sources`, not yet read. */
export interface ReleaseSource {
  readonly source: Source;
  readonly observations: string;
  /** Tables beside the observations (treaties, laws), by name without `.csv`. */
  readonly tables: readonly { readonly name: string; readonly path: string }[];
  /** What errors call the folder, from the data folder. */
  readonly name: string;
  /** The audit that this release passed; there once it was protected. */
  readonly audit?: PassedAudit;
}

export interface Dataset {
  readonly id: string;
  /** Where `dataset.json` lies. */
  readonly folder: string;
  readonly config: DatasetConfig;
  readonly indicators: readonly Indicator[];
  /** Newest first. */
  readonly releases: readonly ReleaseSource[];
  readonly errata: Errata;
}

/** All that `yeelen publish` reads, from one data folder. */
export interface Workspace {
  readonly folder: string;
  readonly areas: readonly ReleaseArea[];
  readonly datasets: readonly Dataset[];
}

/**
 * Reads what describes the figures in `folder` (`indicators/`, `sources/`, `areas.csv`), without the figures.
 * Throws `InputError` naming the file and what is missing or wrong.
 */
export async function readWorkspace(folder: string): Promise<Workspace> {
  const indicators = await readIndicators(folder);
  const ids = await foldersIn(join(folder, "sources"), "sources");
  if (ids.length === 0)
    throw new InputError(
      `nothing to publish: ${join(folder, "sources")} holds no folder; expected one for each source`,
    );
  const odd = ids.find((id) => !/^[a-z0-9][a-z0-9-]*$/.test(id));
  if (odd !== undefined)
    throw new InputError(
      `sources/${odd}: not an id of a dataset; expected a folder named in lower-case letters, digits and hyphens`,
    );
  const datasets = [];
  for (const id of ids) datasets.push(await readDataset(folder, id, indicators));
  const homeless = indicators.find((indicator) => !ids.includes(indicator.dataset));
  if (homeless)
    throw new InputError(
      `indicators/${homeless.id}.json: field dataset: ${homeless.dataset}; expected one of ${ids.join(", ")}`,
    );
  return { folder, areas: await readAreas(join(folder, "areas.csv"), "areas.csv"), datasets };
}

async function readIndicators(folder: string): Promise<Indicator[]> {
  const names = (await namesIn(join(folder, "indicators"), "indicators")).filter((name) =>
    name.endsWith(".json"),
  );
  const indicators = [];
  for (const name of names) {
    const indicator = await readJson(join(folder, "indicators", name), Indicator, `indicators/${name}`);
    if (`${indicator.id}.json` !== name)
      throw new InputError(
        `indicators/${name}: field id: ${indicator.id}; expected ${name.replace(/\.json$/, "")}, as the file is called`,
      );
    indicators.push(indicator);
  }
  return indicators;
}

async function readDataset(folder: string, id: string, indicators: readonly Indicator[]): Promise<Dataset> {
  const place = join(folder, "sources", id);
  const config = await readJson(join(place, "dataset.json"), DatasetConfig, `sources/${id}/dataset.json`);
  const releases = [await readReleaseSource(place, `sources/${id}`)];
  if (existsSync(join(place, "earlier")))
    for (const release of await foldersIn(join(place, "earlier"), `sources/${id}/earlier`)) {
      const name = `sources/${id}/earlier/${release}`;
      const earlier = await readReleaseSource(join(place, "earlier", release), name);
      if (earlier.source.release !== release)
        throw new InputError(
          `${name}/source.json: field release: ${earlier.source.release}; expected ${release}, as the folder is called`,
        );
      releases.push(earlier);
    }
  const ids = releases.map(({ source }) => source.release);
  const twice = ids.find((release, index) => ids.indexOf(release) !== index);
  if (twice !== undefined)
    throw new InputError(`sources/${id}: release ${twice} is there twice; expected each once`);
  return {
    id,
    folder: place,
    config,
    indicators: indicators.filter((indicator) => indicator.dataset === id),
    releases: releases.sort((a, b) => newestFirst(a.source.release, b.source.release)),
    errata: existsSync(join(place, "errata.json"))
      ? await readJson(join(place, "errata.json"), Errata, `sources/${id}/errata.json`)
      : [],
  };
}

async function readReleaseSource(place: string, name: string): Promise<ReleaseSource> {
  const source = await readJson(join(place, "source.json"), Source, `${name}/source.json`);
  if (!/^[0-9][0-9a-z.-]*$/.test(source.release))
    throw new InputError(
      `${name}/source.json: field release: ${source.release}; expected a day or a year such as 2025-04-14`,
    );
  const tables = (await namesIn(place, name))
    .filter((file) => file.endsWith(".csv") && file !== "observations.csv")
    .map((file) => ({ name: file.replace(/\.csv$/, ""), path: join(place, file) }));
  const odd = tables.find((table) => !/^[a-z][a-z0-9-]*$/.test(table.name));
  if (odd)
    throw new InputError(
      `${name}/${odd.name}.csv: expected a name of lower-case letters, digits and hyphens`,
    );
  return { source, observations: join(place, "observations.csv"), tables, name };
}

async function foldersIn(folder: string, name: string): Promise<string[]> {
  const entries = await readFolder(folder, name);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function namesIn(folder: string, name: string): Promise<string[]> {
  const entries = await readFolder(folder, name);
  return entries
    .filter((entry) => !entry.name.startsWith(".") && entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

async function readFolder(folder: string, name: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new InputError(`missing folder: ${name}; expected it at ${folder}`, { cause });
  }
}
