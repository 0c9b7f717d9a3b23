import { propagate } from "../audit/propagate.ts";
import { systemOf } from "../audit/system.ts";
import { TableError } from "../table/cell.ts";
import { addEarlierReleases } from "../table/releases.ts";
import type { EarlierRelease, ReleaseOptions, WithReleases } from "../table/releases.ts";
import { isDeclared } from "../table/revision.ts";
import type { Revision } from "../table/revision.ts";
import type { Table } from "../table/table.ts";

/**
 * Joins a table with its earlier releases under what a reader takes for unchanged. Where values are not known to us and
 * that assumption contradicts what is printed, it is dropped for the figures we do not know: the reader would drop it too.
 *
 * @throws TableError if a recount is declared where no figure changed
 */
export function joinReleases(
  table: Table,
  earlier: readonly EarlierRelease[],
  options: ReleaseOptions & { readonly notes?: string[] } = {},
): WithReleases {
  for (const revision of options.revised ?? []) refuseIdle(table, earlier, revision);
  const joint = addEarlierReleases(table, earlier, options);
  if (earlier.length === 0 || joint.table.cells.every(({ value }) => value !== null)) return joint;
  if (isPossible(joint.table)) return joint;
  options.notes?.push(
    "what is printed alike in two releases does not fit together: figures changed unnoticed",
  );
  return addEarlierReleases(table, earlier, { ...options, assume: "known" });
}

function isPossible(table: Table): boolean {
  try {
    return propagate(systemOf(table)).broken === -1;
  } catch (cause) {
    if (cause instanceof TableError) return false;
    throw cause;
  }
}

function refuseIdle(table: Table, earlier: readonly EarlierRelease[], revision: Revision): void {
  const { since, at } = revision;
  const release =
    since === undefined ? earlier.toSorted(byName)[0] : earlier.find(({ name }) => name === since);
  if (release === undefined) return;
  const scope = table.cells.filter(({ key }) => release.table.has(key) && isDeclared(revision, key));
  const changed = scope.some(({ key, value }) => {
    const before = release.table.cell(key).value;
    return value === null || before === null || value !== before;
  });
  if (changed) return;
  const codes = Object.entries(at).map((pair) => pair.join("="));
  throw new TableError(
    `nothing was recounted: ${codes.join(", ") || "the whole table"} since ${release.name}; every figure is as it was, so declare no revision there`,
  );
}

function byName({ name: a }: EarlierRelease, { name: b }: EarlierRelease): number {
  return a < b ? 1 : -1;
}
