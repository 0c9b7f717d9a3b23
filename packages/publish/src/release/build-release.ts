import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type About, Manifest, View, type Indicator, type ReleaseFile, type Source } from "@yeelen/dataset";
import { writeCharts } from "../formats/charts.ts";
import { descriptions, formats } from "../formats/formats.ts";
import type { ReleaseArea } from "./areas.ts";
import { createLabels } from "./labels.ts";
import { createPopulation } from "./population.ts";
import { protectionOf } from "./protection-of.ts";
import { readObservations } from "./read-observations.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "./release-content.ts";
import { readEventTables } from "./event-tables.ts";
import { openStore, type Store } from "./store.ts";
import { indicatorViews } from "./views.ts";
import type { Dataset, ReleaseSource } from "./workspace.ts";

export interface BuildRequest {
  readonly dataset: Dataset;
  readonly release: ReleaseSource;
  /** The dataset that holds the denominators of rates, if any. */
  readonly population: Dataset | undefined;
  readonly areas: readonly ReleaseArea[];
  /** Where to write; must not exist. */
  readonly folder: string;
  /** Folder for what does not fit in memory. */
  readonly spill: string;
  readonly address: string | undefined;
  readonly progress: (doing: string) => void;
}

/** What was built: the manifest as written, its hash, and the counts a person wants to see. */
export interface BuiltRelease {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  readonly rows: number;
  readonly absences: Readonly<Record<string, number>>;
  readonly bytes: number;
}

const inMemory = 64 * 2 ** 20;
/** Bytes of the main header and the two database headers, before the first block. */
const duckdbHeaders = 3 * 4096;

/**
 * Builds one release into `folder`, streaming through DuckDB. All that it is given is published: what must be hidden was
 * hidden before. Throws `InputError` for figures that break a rule.
 */
export async function buildRelease(request: BuildRequest): Promise<BuiltRelease> {
  const { dataset, release, folder, spill, progress } = request;
  await mkdir(join(folder, "views"), { recursive: true });
  const store = await openStore({ spill, onDisk: await isLarge(release.observations) });
  try {
    progress("reading figures");
    const rows = await readObservations(store, {
      path: release.observations,
      name: `${release.name}/observations.csv`,
      table: "observations",
      dataset: dataset.id,
      indicators: dataset.indicators,
      areas: request.areas.map((area) => area.code),
    });
    const content = await contentOf(request, store, rows);
    const written = await writeViews(content, content.manifest.indicators, progress);
    for (const { name, write } of formats) {
      progress(`writing ${name}`);
      written.push(...(await write(content)));
    }
    const files = await describe(folder, written);
    const described: WrittenFile[] = [];
    for (const { name, write } of descriptions) {
      progress(`writing ${name}`);
      described.push(...(await write(content, files)));
    }
    const manifest = Manifest.parse({
      ...content.manifest,
      files: inOrder([...files, ...(await describe(folder, described))]),
    });
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(folder, "manifest.json"), text);
    return {
      manifest,
      manifestSha256: createHash("sha256").update(text).digest("hex"),
      rows,
      absences: await absencesOf(store),
      bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    };
  } finally {
    store.close();
  }
}

/** What must stand beside the figures of an indicator. */
export function aboutIndicator(manifest: Omit<Manifest, "files">, indicator: Indicator): About {
  // the second source is that of the denominators
  const sources = indicator.measures.includes("rate") ? manifest.sources : manifest.sources.slice(0, 1);
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
    sources: sources.map(({ publisher, title, release, licence, url }) => ({
      publisher,
      title,
      release,
      licence,
      url,
    })),
  };
}

async function isLarge(observations: string): Promise<boolean> {
  const size = await stat(observations).then(
    (status) => status.size,
    () => 0,
  );
  return size > inMemory;
}

async function contentOf(request: BuildRequest, store: Store, rows: number): Promise<ReleaseContent> {
  const { dataset, release, folder, population, address } = request;
  const tables = await readEventTables(store, release);
  const counted = await areasIn(store, ["observations"]);
  const named = await areasIn(store, [
    "observations",
    ...tables.filter(({ columns }) => columns.includes("area")).map(({ table }) => table),
  ]);
  const areas = request.areas.filter((area) => named.has(area.code));
  const asked = counted.size > 0 ? areas.filter((area) => counted.has(area.code)) : areas;
  const denominators = await createPopulation(store, dataset, population, request.areas);
  const manifest = {
    schema: "yeelen-manifest/1" as const,
    dataset: dataset.id,
    release: release.source.release,
    title: dataset.config.title,
    // a place of an incident is not an area whose figures were asked for
    areas: asked.map((area) => area.code),
    indicators: [...dataset.indicators],
    sources: denominators === undefined ? [release.source] : [release.source, denominators],
    protection: await protectionOf(dataset, release, store),
  };
  const content = {
    store,
    folder,
    manifest,
    areas,
    rows,
    tables,
    hasPopulation: denominators !== undefined,
    address,
  };
  await createLabels(content, request.areas);
  return content;
}

/** Areas that tables of the store speak of. */
async function areasIn(store: Store, tables: readonly string[]): Promise<ReadonlySet<string>> {
  const parts = tables.map((table) => `SELECT area FROM ${table}`);
  const rows = await store.rows<{ area: string }>(parts.join(" UNION "));
  return new Set(rows.map(({ area }) => area));
}

async function writeViews(
  content: ReleaseContent,
  indicators: readonly Indicator[],
  progress: (doing: string) => void,
): Promise<WrittenFile[]> {
  const { store, folder, manifest } = content;
  const files: WrittenFile[] = [];
  const [, denominators] = manifest.sources as (Source | undefined)[];
  const context = {
    dataset: manifest.dataset,
    release: manifest.release,
    areas: manifest.areas,
    about: (indicator: Indicator) => aboutIndicator(manifest, indicator),
    ...(denominators === undefined ? {} : { population: `${denominators.publisher}, ${denominators.title}` }),
  };
  for (const indicator of indicators.filter(({ measures }) => measures.length > 0)) {
    progress(`writing views of ${indicator.id}`);
    for await (const view of indicatorViews(store, indicator, context)) {
      const path = `views/${view.indicator}.${view.by.join("-") || "total"}.json`;
      await writeFile(join(folder, path), `${JSON.stringify(View.parse(view))}\n`);
      files.push({ path, mediaType: mediaTypes.json, view: { indicator: view.indicator, by: view.by } });
      files.push(...(await writeCharts(content, indicator, view)));
    }
  }
  return files;
}

async function describe(folder: string, written: readonly WrittenFile[]): Promise<ReleaseFile[]> {
  const files = [];
  for (const { path, mediaType, view } of written) {
    const { bytes, sha256 } = await hashOf(join(folder, path));
    files.push({
      path,
      bytes,
      sha256,
      mediaType,
      ...(mediaType === mediaTypes.duckdb ? { head: await hashOf(join(folder, path), duckdbHeaders) } : {}),
      ...(view === undefined ? {} : { view: { indicator: view.indicator, by: [...view.by] } }),
    });
  }
  return inOrder(files);
}

async function hashOf(path: string, first = Infinity): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { end: first - 1 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

function inOrder(files: ReleaseFile[]): ReleaseFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function absencesOf(store: Store): Promise<Record<string, number>> {
  const rows = await store.rows<{ absence: string; cells: number }>(
    "SELECT absence, count(*) AS cells FROM observations WHERE absence IS NOT NULL GROUP BY absence ORDER BY absence",
  );
  return Object.fromEntries(rows.map(({ absence, cells }) => [absence, cells]));
}
