import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { contradictionIn, type Catalog } from "@yeelen/dataset";
import { standingNotes } from "@yeelen/query";
import { changesBetween, type Changes } from "@yeelen/query/changes";
import { InputError, Refusal } from "../errors.ts";
import { catalogName, readCatalog, readManifest } from "./catalog.ts";
import { openStore } from "./store.ts";
import { verifyReleaseFolder } from "./verify.ts";

export interface ReleaseDiff extends Changes {
  /** Which of the two was withdrawn or superseded, and why; nothing where both stand. */
  readonly standing: readonly string[];
  readonly from: string;
  readonly to: string;
}

export interface DiffRequest {
  /** Folders of two releases of one dataset. */
  readonly from: string;
  readonly to: string;
  /** Folder of the catalogue, if there is one: what lies in it must be what it lists. */
  readonly out: string;
  /** Folder for what does not fit in memory. */
  readonly spill: string;
}

/**
 * Compares two releases cell by cell. Both are verified first: throws `Refusal` for a release that is not as published,
 * `InputError` for a folder that is none.
 */
export async function diffReleases({ from, to, out, spill }: DiffRequest): Promise<ReleaseDiff> {
  const catalog = await readCatalog(out);
  const contradiction = contradictionIn(catalog);
  if (contradiction !== undefined) throw new Refusal(`${catalogName} contradicts itself: ${contradiction}`);
  const [older, newer] = [await release(from, out, catalog), await release(to, out, catalog)];
  if (older.split("/")[0] !== newer.split("/")[0])
    throw new InputError(`two datasets: ${older} and ${newer}; expected two releases of one`);
  const store = await openStore({ spill });
  try {
    const side = (folder: string) => `read_parquet(${store.file(join(folder, "observations.parquet"))})`;
    return {
      standing: standingOf([older, newer], catalog),
      from: older,
      to: newer,
      ...(await changesBetween(side(from), side(to), store)),
    };
  } finally {
    store.close();
  }
}

/** The name of the release in a folder; one that lies where the catalogue lists a release must be that release. */
async function release(folder: string, out: string, catalog: Catalog): Promise<string> {
  if (!existsSync(join(folder, "manifest.json")))
    throw new InputError(`no release: ${folder}; expected a folder with a manifest.json`);
  const { manifest } = await readManifest(folder, folder);
  const place = relative(out, folder).replaceAll(sep, "/");
  const listed = entryOf(place, catalog);
  const [fault] = await verifyReleaseFolder(folder, listed?.sha256);
  const name = `${manifest.dataset}/${manifest.release}`;
  if (fault) throw new Refusal(`${name} is not as published: ${fault.path} ${fault.problem}`);
  if (listed && place !== name)
    throw new Refusal(`${place} is not as published: manifest.json describes ${name}; expected ${place}`);
  return name;
}

function entryOf(name: string, { datasets }: Catalog) {
  return datasets
    .flatMap(({ dataset, releases }) =>
      releases.map((entry) => ({ ...entry, name: `${dataset}/${entry.release}` })),
    )
    .find((entry) => entry.name === name);
}

function standingOf(names: readonly string[], catalog: Catalog): string[] {
  return names.flatMap((name) => {
    const entry = entryOf(name, catalog);
    return entry ? standingNotes(entry).map(({ text }) => `${name}: ${text}`) : [];
  });
}
