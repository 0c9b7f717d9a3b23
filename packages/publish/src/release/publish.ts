import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Catalog } from "@yeelen/dataset";
import { InputError, Refusal } from "../errors.ts";
import { buildRelease, type BuiltRelease } from "./build-release.ts";
import { readCatalog, readManifest, updatedCatalog, withTexts, writeCatalog } from "./catalog.ts";
import type { EnforceRequest, PublishedBefore } from "./enforce-release.ts";
import { writeTranslatedTexts } from "./translated-texts.ts";
import { verifyReleaseFolder } from "./verify.ts";
import { readWorkspace, type Dataset, type ReleaseSource } from "./workspace.ts";

export interface PublishRequest {
  /** Folder with `sources/` and `indicators/`. */
  readonly data: string;
  /** Folder of the catalogue and the releases; made if missing. */
  readonly out: string;
  /** Publish these datasets alone. */
  readonly datasets?: readonly string[];
  /** Replace a release whose content differs. For a site that is not public yet. */
  readonly force?: boolean;
  /** Where `out` will be served, for formats whose names must be absolute; ends with a slash. */
  readonly address?: string;
  /** Folder for private reports of audits, outside of `out`; none are written if left out. */
  readonly reports?: string;
  readonly progress?: (doing: string) => void;
}

/** What happened to one release. */
export interface PublishedRelease {
  readonly dataset: Dataset;
  readonly source: ReleaseSource;
  readonly built: BuiltRelease;
  /** `repaired` where the release is the same and a file of it was not as published any more. */
  readonly outcome: "new" | "unchanged" | "repaired" | "replaced";
}

/**
 * Builds every release of `data` and puts them under `out` with their catalogue: all of them or, if anything is
 * wrong, none. Throws `InputError` for bad figures, `Refusal` for a release that is there with other content.
 */
export async function publish(request: PublishRequest): Promise<readonly PublishedRelease[]> {
  const { data, out, force = false, progress = () => {} } = request;
  refuseReportsInside(out, request.reports);
  const workspace = await readWorkspace(data);
  const chosen = chooseDatasets(workspace.datasets, request.datasets);
  await mkdir(out, { recursive: true });
  const catalog = await readCatalog(out);
  const workplace = join(out, `.building-${process.pid}-${randomUUID()}`);
  const codes = workspace.areas.map((area) => area.code);
  const published: PublishedRelease[] = [];
  try {
    await removeAbandoned(out);
    for (const dataset of chosen) {
      refuseForgotten(dataset, catalog);
      const earlier: PublishedBefore[] = [];
      for (const source of [...dataset.releases].reverse()) {
        const name = `${dataset.id}/${source.source.release}`;
        const spill = join(workplace, ".spill");
        await mkdir(spill, { recursive: true });
        const common = { dataset, spill, progress: (doing: string) => progress(`${name}: ${doing}`) };
        const built = await buildRelease({
          ...common,
          release: await releasable({
            ...common,
            release: source,
            areas: codes,
            reports: request.reports,
            earlier,
          }),
          population: workspace.datasets.find(({ id }) => id === dataset.config.population),
          areas: workspace.areas,
          folder: join(workplace, name),
          address: request.address === undefined ? undefined : `${request.address}${name}/`,
        });
        await rm(spill, { recursive: true, force: true });
        const outcome = await compare(join(out, name), name, built, force);
        published.push({ dataset, source, built, outcome });
      }
    }
    for (const release of published) await settle(out, workplace, release);
    const errata = new Map(chosen.map((dataset) => [dataset.id, dataset.errata]));
    const updated = updatedCatalog(catalog, published.map(listed), errata);
    const manifests = published.map(({ built }) => built.manifest);
    await writeCatalog(out, withTexts(updated, await writeTranslatedTexts(data, out, manifests), manifests));
    return published;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

/**
 * The release as it may be built: under `enforce`, with what must be hidden hidden; `earlier` then grows by it. A
 * publisher's own suppression stays as it is; where reports are asked for, what is wrong with it is reported there.
 */
async function releasable(request: Omit<EnforceRequest, "earlier"> & { earlier: PublishedBefore[] }) {
  const { dataset, release: source, reports } = request;
  if (dataset.config.policy === "as-published" && reports !== undefined) {
    request.progress("attacking the publisher's suppression");
    const { reportAsPublished } = await import("./report-as-published.ts");
    await reportAsPublished({ dataset, release: source, reports });
  }
  if (dataset.config.policy !== "enforce") return source;
  const { enforceRelease } = await import("./enforce-release.ts");
  const { release, published } = await enforceRelease(request);
  request.earlier.push(published);
  return release;
}

/** A private report must never lie where files are published from. */
function refuseReportsInside(out: string, reports: string | undefined): void {
  if (reports !== undefined && !relative(out, reports).startsWith(".."))
    throw new InputError(`--reports: ${reports} lies in ${out}, which is published; name a folder elsewhere`);
}

/** What was printed once is known for good: an audit that is not given it proves nothing. */
function refuseForgotten({ id, config, releases }: Dataset, { datasets }: Catalog): void {
  if (config.policy !== "enforce") return;
  const known = new Set(releases.map(({ source }) => source.release));
  const there = datasets.find(({ dataset }) => dataset === id)?.releases ?? [];
  const forgotten = there.find(({ release }) => !known.has(release));
  if (forgotten)
    throw new Refusal(
      `${id} is not published: its release ${forgotten.release} can be read by anybody, and its figures are not in sources/${id}/earlier/${forgotten.release}; put them back there, as they were, so that the audit can use them`,
    );
}

function chooseDatasets(
  datasets: readonly Dataset[],
  ids: readonly string[] | undefined,
): readonly Dataset[] {
  const unknown = ids?.find((id) => !datasets.some((dataset) => dataset.id === id));
  if (unknown !== undefined)
    throw new InputError(
      `unknown dataset: ${unknown}; expected one of ${datasets.map(({ id }) => id).join(", ")}`,
    );
  return ids === undefined || ids.length === 0 ? datasets : datasets.filter(({ id }) => ids.includes(id));
}

async function compare(
  place: string,
  name: string,
  built: BuiltRelease,
  force: boolean,
): Promise<PublishedRelease["outcome"]> {
  if (!existsSync(place)) return "new";
  const there = await readManifest(place, name).catch(() => undefined);
  if (there?.sha256 === built.manifestSha256)
    return (await verifyReleaseFolder(place)).length === 0 ? "unchanged" : "repaired";
  if (force) return "replaced";
  throw new Refusal(
    `release ${name} is published with other content${firstDifference(there?.manifest.files ?? [], built)}; a release never changes: give the figures a new release id in source.json, or say --force if nobody has seen it yet`,
  );
}

function firstDifference(
  files: readonly { path: string; sha256: string }[],
  { manifest }: BuiltRelease,
): string {
  const before = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const differing = manifest.files.filter(({ path, sha256 }) => before.get(path) !== sha256);
  const [first] = differing;
  if (!first) return "";
  return differing.length === 1
    ? ` (${first.path} differs)`
    : ` (${first.path} and ${differing.length - 1} more files differ)`;
}

async function settle(out: string, workplace: string, { dataset, source, outcome }: PublishedRelease) {
  if (outcome === "unchanged") return;
  const name = join(dataset.id, source.source.release);
  await mkdir(join(out, dataset.id), { recursive: true });
  if (outcome !== "new") {
    await mkdir(join(workplace, ".replaced", dataset.id), { recursive: true });
    await rename(join(out, name), join(workplace, ".replaced", name));
  }
  await rename(join(workplace, name), join(out, name));
}

function listed({ dataset, source, built }: PublishedRelease) {
  return {
    dataset: dataset.id,
    release: source.source.release,
    manifestSha256: built.manifestSha256,
    title: dataset.config.title,
    indicators: dataset.indicators.map(({ id }) => id),
  };
}

/** What a build that was killed left behind. */
async function removeAbandoned(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    const pid = /^\.building-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid)))
      await rm(join(out, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
