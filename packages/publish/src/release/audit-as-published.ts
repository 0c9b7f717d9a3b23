import { audit, dropContradictions, TableError, type CellFinding } from "@yeelen/disclosure";
import type { Indicator } from "@yeelen/dataset";
import {
  isHidden,
  publisherKey,
  publisherTable,
  type PublisherRow,
  type Reading,
} from "./publisher-table.ts";

export interface AuditAsPublished {
  readonly rows: readonly PublisherRow[];
  readonly indicators: readonly Indicator[];
  readonly linked: readonly (readonly string[])[];
  /** Cells that another release of the same source prints with a value. */
  readonly printedElsewhere: ReadonlySet<string>;
  /** Time limit; what is not proved by then is reported as not proven. 5 if left out. */
  readonly seconds?: number;
  readonly now?: () => number;
}

/** Hidden cells of one indicator, by what a reader can do about them. Private. */
export interface UndoableCells {
  readonly indicator: string;
  readonly hidden: number;
  readonly exactly: number;
  readonly narrowed: number;
  readonly notProven: number;
  readonly printedElsewhere: number;
}

/** Which cells could be undone and by what, never what they would come to. Private. */
export interface PublisherFinding {
  readonly key: string;
  readonly reading: Reading;
  readonly undone: "exactly" | "narrowed";
  readonly relations: readonly string[];
}

/** What an attack on a publisher's own suppression found. Private. */
export interface PublisherAudit {
  readonly assumptions: readonly string[];
  readonly certain: readonly UndoableCells[];
  readonly likely: readonly UndoableCells[];
  readonly findings: readonly PublisherFinding[];
  readonly notes: readonly string[];
}

const assumptions = [
  "certain: parts are no more than their total, and come to it only where every code of the dimension is printed, unknown and other included",
  "likely: the reader takes two or more printed parts for all of their total, as they mostly are",
  "relations that the publisher's own figures contradict are left out, since no reader can use them",
  "a cell printed in another release is counted apart: figures are revised, so that it need not be the same",
];

/**
 * Attacks the suppression that a publisher left, under both readings, and counts by indicator what could be undone.
 * Nothing is refused and no recovered value is kept. Never throws: what cannot be attacked is not proven.
 */
export async function auditAsPublished(request: AuditAsPublished): Promise<PublisherAudit> {
  const { seconds = 5, now = () => performance.now() } = request;
  const end = now() + 1000 * seconds;
  const areas = [...new Set(request.rows.filter(isHidden).map(({ area }) => area))].sort();
  const notes: string[] = [];
  const findings: PublisherFinding[] = [];
  const counts = { certain: new Map<string, string>(), likely: new Map<string, string>() };
  for (const reading of ["certain", "likely"] as const)
    for (const area of areas) {
      const left = Math.max(0, (end - now()) / 1000);
      const found = await attackArea(request, area, reading, left, notes);
      for (const finding of found ?? []) {
        const undone = undoneBy(finding);
        counts[reading].set(finding.key, undone);
        if (undone === "exactly" || undone === "narrowed")
          findings.push({ key: finding.key, reading, undone, relations: finding.witness?.relations ?? [] });
      }
    }
  const counted = (reading: Reading) => undoable(request, counts[reading]);
  return { assumptions, certain: counted("certain"), likely: counted("likely"), findings, notes };
}

async function attackArea(
  { rows, indicators, linked, now }: AuditAsPublished,
  area: string,
  reading: Reading,
  seconds: number,
  notes: string[],
): Promise<readonly CellFinding[] | undefined> {
  if (seconds <= 0) return undefined;
  const said: string[] = [];
  try {
    const own = rows.filter((row) => row.area === area);
    const table = dropContradictions(publisherTable(own, indicators, linked, reading), said);
    const clock = now === undefined ? {} : { now };
    return (await audit(table, { seconds, intervals: "exact", ...clock })).findings;
  } catch (cause) {
    if (!(cause instanceof TableError)) throw cause;
    said.push(cause.message);
    return undefined;
  } finally {
    notes.push(...said.map((note) => `${area}, ${reading}: ${note}`));
  }
}

function undoneBy({ verdict, low, high, exact }: CellFinding): string {
  if (verdict === "unsafe") return low === high && exact ? "exactly" : "narrowed";
  return verdict === "safe" ? "safe" : "not-proven";
}

function undoable(
  { rows, printedElsewhere }: AuditAsPublished,
  found: ReadonlyMap<string, string>,
): UndoableCells[] {
  const hidden = rows.filter(isHidden);
  return [...new Set(hidden.map(({ indicator }) => indicator))].sort().map((indicator) => {
    const keys = hidden.filter((row) => row.indicator === indicator).map(publisherKey);
    const count = (outcome: string) =>
      keys.filter((key) => (found.get(key) ?? "not-proven") === outcome).length;
    return {
      indicator,
      hidden: keys.length,
      exactly: count("exactly"),
      narrowed: count("narrowed"),
      notProven: count("not-proven"),
      printedElsewhere: keys.filter((key) => printedElsewhere.has(key)).length,
    };
  });
}
