import type { Protection } from "@yeelen/dataset";
import type { Store } from "./store.ts";
import type { Dataset, ReleaseSource } from "./workspace.ts";

/** What an audit of figures or records found, as far as anybody may know it. Only a release that passed has one. */
export interface PassedAudit {
  readonly threshold: number;
  readonly rules: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

/** What an audit says is kept of a publisher's suppression. How well that holds is for the steward alone. */
const keptAsPublished = [
  "Suppression is the publisher's own and was kept.",
  "No share, rate, sum or description made here narrows a suppressed figure's range.",
];

/**
 * The public summary of a release's protection: whose rules, how much is hidden, what the audit said. It counts only what
 * a reader of the release could count, and never says how much of a suppression could be undone. Throws for a release
 * under `enforce` that passed no audit: none may claim that it did.
 */
export async function protectionOf(
  dataset: Dataset,
  release: ReleaseSource,
  store: Store,
): Promise<Protection> {
  const { policy, statement } = dataset.config;
  const counts = await countsOf(store);
  const common = {
    policy,
    statement,
    suppressedCells: counts.suppressed,
    conflictingCells: counts.conflicting,
    cells: counts.cells,
    ...(counts.cells === 0
      ? {}
      : { shareOfCellsKept: share(counts.cells - counts.suppressed, counts.cells) }),
  };
  if (policy === "enforce") {
    if (!release.audit) throw new Error(`not audited: ${release.name}; a release under enforce must be`);
    const { threshold, rules, versions } = release.audit;
    const suppressedBy = release.source.publisher;
    return {
      ...common,
      audit: "passed",
      suppressedBy,
      threshold,
      rules: [...rules],
      versions: { ...versions },
    };
  }
  const { rowsRead, rowsKept } = release.source;
  const records = rowsRead === 0 ? {} : { shareOfRecordsKept: share(rowsKept, rowsRead) };
  if (policy === "open") return { ...common, audit: "not-needed", ...records };
  const threshold = dataset.config.threshold ?? counts.threshold;
  return {
    ...common,
    audit: "as-published",
    suppressedBy: release.source.publisher,
    rules: keptAsPublished,
    ...(threshold === undefined ? {} : { threshold }),
    ...records,
  };
}

async function countsOf(store: Store) {
  const [row] = await store.rows<{
    cells: number;
    suppressed: number;
    conflicting: number;
    most: number | null;
    least: number | null;
  }>(
    `SELECT count(*) AS cells, count(*) FILTER (absence = 'suppressed') AS suppressed,
       count(*) FILTER (absence = 'conflicting') AS conflicting,
       max(high) FILTER (absence = 'suppressed') AS most,
       min(value) FILTER (value > 0 AND value = floor(value)) AS least FROM observations`,
  );
  const { cells = 0, suppressed = 0, conflicting = 0, most = null, least = null } = row ?? {};
  const first = most === null ? undefined : Math.floor(most) + 1;
  return {
    cells,
    suppressed,
    conflicting,
    // a publisher that prints a smaller count all the same has no such threshold
    threshold: first !== undefined && first >= 2 && (least === null || least >= first) ? first : undefined,
  };
}

/** To four places; never 1 where something is missing, never 0 where something is left. */
function share(part: number, all: number): number {
  if (part >= all) return 1;
  return Math.min(0.9999, Math.max(part > 0 ? 0.0001 : 0, Math.round((1e4 * part) / all) / 1e4));
}
