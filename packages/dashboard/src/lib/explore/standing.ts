import type { Answer } from "@yeelen/dataset/plain";
import { standingInstead, type OpenCatalog, type OpenedRelease } from "@yeelen/query";

/** What became of a release that a question pins: there is a newer one, its publisher replaced it, or took it back. */
export interface Standing {
  readonly status: "earlier" | "superseded" | "withdrawn";
  /** `<dataset>/<release>`: the pinned one, and the one that stands in its place. */
  readonly release: string;
  readonly newer: string;
  /** Why, in the words of whoever recorded it, in English. */
  readonly reason: string | null;
  /** Rows of the pinned release's answer, and how many of them the newer release gives otherwise; null where it cannot be asked. */
  readonly rows: number;
  readonly changed: number | null;
  /** The figure as it is now, where the question has one. */
  readonly now: number | null;
}

/** The release that stands in the place of a pinned one: its replacement, or that one's, else the newest of its dataset. Throws `Withdrawn` where none stands. */
export async function newerThan(catalog: OpenCatalog, pinned: OpenedRelease): Promise<OpenedRelease> {
  const { dataset } = pinned.manifest;
  return catalog.release(standingInstead(catalog.catalog, pinned.id) ?? dataset);
}

/** Compares the answer of a pinned release with the newer release's. */
export function standingOf(
  pinned: OpenedRelease,
  newer: OpenedRelease,
  answers: { readonly before: Answer; readonly now: Answer | null },
): Standing | null {
  if (pinned.id === newer.id) return null;
  const { before, now } = answers;
  const status = pinned.entry.status === "current" ? "earlier" : pinned.entry.status;
  const [only] = now?.rows.length === 1 ? now.rows : [];
  return {
    status,
    release: pinned.id,
    newer: newer.id,
    reason: pinned.entry.erratum?.reason ?? null,
    rows: before.rows.length,
    changed: now && differing(before, now),
    now: only?.value ?? null,
  };
}

function differing(before: Answer, now: Answer): number {
  if (before.digest === now.digest) return 0;
  const same = new Set(now.rows.map((row) => JSON.stringify(row)));
  return before.rows.filter((row) => !same.has(JSON.stringify(row))).length;
}
