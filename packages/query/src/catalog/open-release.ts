import {
  codeLists,
  download,
  IntegrityError,
  otherRelease,
  releaseFiles,
  sha256,
  type About,
  type CatalogRelease,
  type Indicator,
  type Manifest,
  type Measure,
  type Provenance,
  type Release,
  type Source,
} from "@yeelen/dataset/plain";
import type { Scope } from "../views/ask.ts";

/** A release opened through the catalogue, which vouches for its manifest. */
export interface OpenedRelease extends Release {
  /** `<dataset>/<release>`. */
  readonly id: string;
  readonly entry: CatalogRelease;
}

/** Opens a release; its manifest must be, byte for byte, the one the catalogue names, and name the release as its own. Throws `IntegrityError`. */
export async function openRelease(
  catalogUrl: URL,
  dataset: string,
  entry: CatalogRelease,
  fetch: typeof globalThis.fetch,
): Promise<OpenedRelease> {
  const manifestUrl = new URL(entry.manifest, catalogUrl);
  const bytes = await download(manifestUrl, fetch);
  const actual = await sha256(bytes);
  if (actual !== entry.sha256)
    throw new IntegrityError(
      `file differs from the catalogue: ${entry.manifest} has sha256 ${actual}, expected ${entry.sha256}; nothing of it was used`,
    );
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  if (manifest.schema !== "yeelen-manifest/1")
    throw new IntegrityError(
      `not a manifest this version can read: ${entry.manifest} has schema ${manifest.schema}, expected yeelen-manifest/1`,
    );
  const other = otherRelease(manifest, { dataset, release: entry.release });
  if (other !== undefined)
    throw new IntegrityError(
      `manifest of another release: ${entry.manifest} ${other}; nothing of it was used`,
    );
  return {
    id: `${dataset}/${entry.release}`,
    entry,
    url: new URL(".", manifestUrl),
    manifest,
    manifestSha256: actual,
    ...releaseFiles(manifestUrl, manifest, fetch),
  };
}

/** The indicator's entry in a release. Throws `Error` where the release does not hold it. */
export function indicatorOf({ manifest }: Release, indicator: string): Indicator {
  const found = manifest.indicators.find((candidate) => candidate.id === indicator);
  if (!found)
    throw new Error(
      `unknown indicator: ${indicator} is not in release ${manifest.dataset}/${manifest.release}; it holds ${manifest.indicators.map((one) => one.id).join(", ")}`,
    );
  return found;
}

/** What may be asked of the indicator in this release. */
export function scopeOf({ manifest }: Release, indicator: Indicator): Scope {
  return {
    indicator: indicator.id,
    areas: manifest.areas,
    dimensions: indicator.dimensions,
    codes: Object.fromEntries(
      indicator.dimensions.map((dimension) => [
        dimension,
        indicator.codes[dimension] ?? (dimension === "counterpart" ? [] : Object.keys(codeLists[dimension])),
      ]),
    ),
    measures: indicator.measures,
    period: indicator.period,
    breaks: indicator.breaks,
  };
}

/** What must stand beside the indicator's figures, as its views carry it too. */
export function aboutOf({ manifest }: Release, indicator: Indicator): About {
  return {
    title: indicator.title,
    subject: indicator.subject,
    definition: indicator.definition,
    unit: indicator.unit,
    ...(indicator.counterpartIs && { counterpartIs: indicator.counterpartIs }),
    measures: indicator.measures,
    period: indicator.period,
    breaks: indicator.breaks,
    caveats: indicator.caveats,
    protection: manifest.protection.statement,
    sources: manifest.sources.map(named),
  };
}

/** Where the figures of an answer come from: the source of the population only where it was divided by. */
export function sourcesOf({ manifest }: Release, measure: Measure): Provenance["sources"] {
  return manifest.sources.filter(({ id }) => id === manifest.dataset || measure === "rate").map(named);
}

function named({ publisher, title, release, licence, url }: Source): Provenance["sources"][number] {
  return { publisher, title, release, licence, url };
}

/** Who counted the persons that rates divide by: the source of the release that is not the dataset's own. */
export function populationOf({ manifest }: Release): string | undefined {
  const source = manifest.sources.find(({ id }) => id !== manifest.dataset);
  return source && `${source.publisher}, ${source.title}`;
}
