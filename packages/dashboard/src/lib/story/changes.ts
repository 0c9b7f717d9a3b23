import { dimensions } from "@yeelen/dataset/plain";
import type { Cell, Change } from "@yeelen/query/changes";
import type { Teller } from "../language/teller.ts";
import { codeName, figure } from "./phrase.ts";

/** What happened to a figure from one release to the next; `withheld` is one that was shown and is suppressed now. */
export type ChangeKind = "revised" | "withheld" | "added" | "removed";

export const changeKinds = ["revised", "withheld", "added", "removed"] as const satisfies ChangeKind[];

/** One changed figure, as its reader is told of it. */
export interface ChangeLine {
  readonly kind: ChangeKind;
  readonly area: string;
  readonly year: number;
  /** `female, under 18`; nothing for a total. */
  readonly parts: string;
  readonly before: string;
  readonly now: string;
}

export interface IndicatorChanges {
  readonly indicator: string;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly lines: readonly ChangeLine[];
}

/** A figure that was shown and is suppressed now is a kind of its own: what it was is not said again. */
export function kindOfChange(change: Change): ChangeKind {
  if (change.kind !== "revised") return change.kind;
  return isSuppressed(change.new) && !isSuppressed(change.old) ? "withheld" : "revised";
}

/** Changes by indicator, each counted and listed in the order given. */
export function tellChanges(changes: readonly Change[], t: Teller): readonly IndicatorChanges[] {
  const indicators = [...new Set(changes.map(({ indicator }) => indicator))];
  return indicators.map((indicator) => {
    const lines = changes.filter((one) => one.indicator === indicator).map((one) => lineOf(one, t));
    return { indicator, counts: countKinds(lines), lines };
  });
}

export function countKinds(lines: readonly Pick<ChangeLine, "kind">[]): Record<ChangeKind, number> {
  const counts = { revised: 0, withheld: 0, added: 0, removed: 0 };
  for (const { kind } of lines) counts[kind]++;
  return counts;
}

function lineOf(change: Change, t: Teller): ChangeLine {
  const kind = kindOfChange(change);
  const parts = dimensions
    .filter((dimension) => change[dimension] !== "T")
    .map((dimension) =>
      dimension === "counterpart" ? t.area(change.counterpart) : codeName(dimension, change[dimension], t),
    );
  const hidden = kind === "withheld" && change.old?.value !== null;
  return {
    kind,
    area: t.area(change.area),
    year: change.period,
    parts: parts.join(t.say("site.comma") + " "),
    before: hidden ? t.say("absence.known") : cellText(change, change.old, t),
    now: cellText(change, change.new, t),
  };
}

function cellText({ area, period }: Change, cell: Cell | null, t: Teller): string {
  return cell === null ? "–" : figure({ area, period, ...cell }, t);
}

function isSuppressed(cell: Cell | null): boolean {
  return cell?.absence === "suppressed";
}
