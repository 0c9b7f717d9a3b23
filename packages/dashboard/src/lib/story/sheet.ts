import type { Grade } from "./grades.ts";

/** What the query layer says against putting two indicators side by side. */
export interface SheetWarning {
  readonly indicators: readonly [string, string];
  /** Whether they must not be compared at all, or with care. */
  readonly refused: boolean;
  readonly text: string;
}

/** The warnings between indicators that are both on the sheet. */
export function warningsAmong(
  warnings: readonly SheetWarning[],
  shown: readonly string[],
): readonly SheetWarning[] {
  return warnings.filter(({ indicators }) => indicators.every((one) => shown.includes(one)));
}

/** How an indicator compares with the others on the sheet: with all, with care, or not with some. */
export function comparability(indicator: string, warnings: readonly SheetWarning[]): Grade {
  const own = warnings.filter(({ indicators }) => indicators.includes(indicator));
  if (own.some(({ refused }) => refused)) return "poor";
  return own.length > 0 ? "fair" : "good";
}

/** A release as its catalogue knows it today. */
export interface KnownRelease {
  /** `<dataset>/<release>`. */
  readonly id: string;
  readonly status: "current" | "earlier" | "superseded" | "withdrawn";
  readonly reason: string | null;
}

/** What is to be said of a pinned release: that it still is the one shown, or what became of it. */
export function pinVerdict(
  pinned: string,
  releases: readonly KnownRelease[],
): KnownRelease["status"] | "unknown" {
  return releases.find(({ id }) => id === pinned)?.status ?? "unknown";
}
