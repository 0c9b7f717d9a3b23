import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Catalog, type CatalogRelease, type CatalogText, Manifest } from "@yeelen/dataset";
import { InputError } from "../errors.ts";
import type { Errata } from "./errata.ts";
import { readJson } from "./read-json.ts";
import { newestFirst } from "./newest-first.ts";

export const catalogName = "catalog.json";

type CatalogDataset = Catalog["datasets"][number];

/** A release as far as the catalogue needs it. */
export interface ListedRelease {
  readonly dataset: string;
  readonly release: string;
  readonly manifestSha256: string;
  readonly title: string;
  readonly indicators: readonly string[];
}

/** The catalogue in `folder`, or an empty one where there is none yet. */
export async function readCatalog(folder: string): Promise<Catalog> {
  const path = join(folder, catalogName);
  if (!existsSync(path)) return { schema: "yeelen-catalog/1", datasets: [] };
  return readJson(path, Catalog, catalogName);
}

/** The catalogue's one way to disk: whole or not at all. */
export async function writeCatalog(folder: string, catalog: Catalog): Promise<void> {
  const path = join(folder, catalogName);
  await writeFile(`${path}.new`, `${JSON.stringify(Catalog.parse(catalog), null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/**
 * The catalogue after `releases` were published: what was there before stays, errata included; `errata` add to it.
 * The newest release that is neither superseded nor withdrawn is `current`, the others are `earlier`.
 */
export function updatedCatalog(
  before: Catalog,
  releases: readonly ListedRelease[],
  errata: ReadonlyMap<string, Errata>,
): Catalog {
  const datasets = new Map<string, CatalogDataset>(before.datasets.map((entry) => [entry.dataset, entry]));
  for (const listed of [...releases].sort((a, b) => newestFirst(b.release, a.release))) {
    const known = datasets.get(listed.dataset);
    const others = known?.releases.filter(({ release }) => release !== listed.release) ?? [];
    const earlier = known?.releases.find(({ release }) => release === listed.release);
    datasets.set(listed.dataset, {
      dataset: listed.dataset,
      title: listed.title,
      indicators: [...listed.indicators],
      releases: [...others, entryOf(listed, earlier)],
    });
  }
  return {
    ...before,
    schema: "yeelen-catalog/1",
    datasets: [...datasets.values()]
      .map((entry) => ({
        ...entry,
        releases: withStatus(entry.dataset, entry.releases, errata.get(entry.dataset) ?? []),
      }))
      .sort((a, b) => (a.dataset < b.dataset ? -1 : 1)),
  };
}

/** The same catalogue with the texts of the indicators in `manifests` as they were written now; those of others stay. */
export function withTexts(
  catalog: Catalog,
  written: readonly CatalogText[],
  manifests: readonly Manifest[],
): Catalog {
  const indicatorOf = ({ path }: CatalogText) => path.replace(/^texts\/|\.[a-z]{2}\.json$/g, "");
  const now = new Set(manifests.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  const known = new Set(catalog.datasets.flatMap(({ indicators }) => indicators));
  const kept = (catalog.texts ?? []).filter((text) => {
    const indicator = indicatorOf(text);
    return known.has(indicator) && !now.has(indicator);
  });
  const texts = [...kept, ...written].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { schema, datasets } = catalog;
  return { schema, datasets, ...(texts.length > 0 && { texts }) };
}

/** The same catalogue with one erratum more. Throws `InputError` for a release that it does not list. */
export function withErratum(catalog: Catalog, dataset: string, erratum: Errata[number]): Catalog {
  const entry = catalog.datasets.find((candidate) => candidate.dataset === dataset);
  if (!entry)
    throw new InputError(
      `unknown dataset: ${dataset}; expected one of ${catalog.datasets.map((candidate) => candidate.dataset).join(", ")}`,
    );
  for (const release of [erratum.release, ...(erratum.by === undefined ? [] : [erratum.by])])
    if (!entry.releases.some((candidate) => candidate.release === release))
      throw new InputError(
        `unknown release: ${dataset}/${release}; expected one of ${entry.releases.map((candidate) => candidate.release).join(", ")}`,
      );
  const by = entry.releases.find(({ release }) => release === erratum.by);
  if (by?.status === "withdrawn")
    throw new InputError(
      `${dataset}/${by.release} was withdrawn; expected a release that stands to take the place of ${erratum.release}`,
    );
  const changed = { ...entry, releases: withStatus(dataset, entry.releases, [erratum]) };
  return {
    ...catalog,
    datasets: catalog.datasets.map((candidate) => (candidate === entry ? changed : candidate)),
  };
}

/** sha256 of a release's manifest as it lies in `folder`, and the manifest. */
export async function readManifest(
  folder: string,
  name: string,
): Promise<{ manifest: Manifest; sha256: string }> {
  const path = join(folder, "manifest.json");
  const manifest = await readJson(path, Manifest, `${name}/manifest.json`);
  return {
    manifest,
    sha256: createHash("sha256")
      .update(await readFile(path))
      .digest("hex"),
  };
}

function entryOf(listed: ListedRelease, before: CatalogRelease | undefined): CatalogRelease {
  return {
    release: listed.release,
    manifest: `${listed.dataset}/${listed.release}/manifest.json`,
    sha256: listed.manifestSha256,
    status: before?.status ?? "current",
    ...(before?.erratum === undefined ? {} : { erratum: before.erratum }),
  };
}

function withStatus(dataset: string, releases: readonly CatalogRelease[], errata: Errata): CatalogRelease[] {
  const said = releases.map((entry) => {
    const erratum = errata.findLast((candidate) => candidate.release === entry.release);
    if (!erratum) return entry;
    const { status, reason, date, by } = erratum;
    return { ...entry, status, erratum: { reason, date, ...(by === undefined ? {} : { by }) } };
  });
  refuseCircles(dataset, said);
  const sorted = said.sort((a, b) => newestFirst(a.release, b.release));
  const current = sorted.find(({ status }) => status === "current" || status === "earlier");
  return sorted.map((entry) => {
    if (entry.status === "superseded" || entry.status === "withdrawn") return entry;
    return { ...entry, status: entry === current ? "current" : "earlier" };
  });
}

/** Whoever follows what superseded a release must come to an end, and to one that was not withdrawn at the time. */
function refuseCircles(dataset: string, releases: readonly CatalogRelease[]): void {
  const after = new Map(
    releases.map(({ release, status, erratum }) => [
      release,
      status === "superseded" ? erratum?.by : undefined,
    ]),
  );
  for (const { release } of releases) {
    const way = [release];
    for (let next = after.get(release); next !== undefined; next = after.get(next)) {
      if (way.includes(next))
        throw new InputError(
          `${dataset}: ${[...way, next].join(" is superseded by ")}, in a circle; expected a release that stands at its end`,
        );
      way.push(next);
    }
  }
}
