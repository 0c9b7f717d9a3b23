import type { Catalog, CatalogRelease, Note } from "@yeelen/dataset/plain";

type Releases = readonly CatalogRelease[];

/** No figure of a withdrawn release is given, unless it is asked for by name and knowingly. The message says why it was withdrawn. */
export class Withdrawn extends Error {
  override readonly name = "Withdrawn";
}

/** The newest release that stands: neither superseded nor withdrawn. */
export function currentOf(releases: Releases): CatalogRelease | undefined {
  return (
    releases.find(({ status }) => status === "current") ?? releases.find(({ status }) => status === "earlier")
  );
}

/**
 * The release to use in another's place: of one that was superseded or withdrawn its successor, or that one's successor,
 * and so on; else the dataset's current one. Nothing where none stands.
 */
export function standingFor(releases: Releases, release: string): CatalogRelease | undefined {
  const seen = new Set<string>();
  let entry = successor(releases, release);
  while (entry && !stands(entry) && !seen.has(entry.release)) {
    seen.add(entry.release);
    entry = successor(releases, entry.release);
  }
  return entry && stands(entry) ? entry : currentOf(releases);
}

/** The same by names: of `<dataset>/<release>` in a catalogue. */
export function standingInstead(catalog: Catalog, id: string): string | undefined {
  const [name, release = ""] = id.split("/");
  const dataset = catalog.datasets.find(({ dataset }) => dataset === name);
  const found = dataset && standingFor(dataset.releases, release);
  return found && `${name}/${found.release}`;
}

/** Refuses a withdrawn release that was not asked for knowingly. Throws `Withdrawn`. */
export function refuseWithdrawn(id: string, entry: CatalogRelease, knowingly = false): void {
  if (entry.status !== "withdrawn" || knowingly) return;
  throw new Withdrawn(
    `release ${id} was withdrawn${since(entry)}; its figures are not to be used. They are given only if they are asked for by its name, as withdrawn`,
  );
}

/** Why no release of a dataset can be asked. */
export function noneStands(dataset: string, releases: Releases): Withdrawn {
  const told = releases.map((entry) => `${entry.release} was ${entry.status}${since(entry)}`);
  return new Withdrawn(`no release of ${dataset} stands: ${told.join("; ")}`);
}

/** What must be said first of figures whose release was withdrawn or superseded. */
export function standingNotes({ status, erratum }: CatalogRelease): Note[] {
  if (status !== "withdrawn" && status !== "superseded") return [];
  const { date = "?", reason = "no reason given", by } = erratum ?? {};
  const text =
    status === "withdrawn"
      ? `Withdrawn on ${date}; these figures are not to be used. Reason: ${reason}`
      : `Superseded on ${date} by release ${by ?? "?"}. Reason: ${reason}`;
  return [{ code: status, text }];
}

function successor(releases: Releases, release: string): CatalogRelease | undefined {
  const by = releases.find((one) => one.release === release)?.erratum?.by;
  return by === undefined ? undefined : releases.find((one) => one.release === by);
}

function stands({ status }: CatalogRelease): boolean {
  return status === "current" || status === "earlier";
}

function since({ erratum }: CatalogRelease): string {
  if (!erratum) return "";
  return ` on ${erratum.date}${erratum.by ? ` by ${erratum.by}` : ""}: ${erratum.reason.replace(/[.\s]+$/, "")}`;
}
