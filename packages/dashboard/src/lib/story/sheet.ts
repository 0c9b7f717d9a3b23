import { gatherPairs } from "@yeelen/charts/matrix/gather-pairs";
import { quotedList } from "@yeelen/charts/quoted-list";
import type { Grade } from "./grades.ts";

/** What the query layer says against putting two indicators side by side. */
export interface SheetWarning {
  readonly indicators: readonly [string, string];
  /** Whether they must not be compared at all, or with care. */
  readonly refused: boolean;
  /** Whether the reason speaks of the first indicator as this one and of the second as that one. */
  readonly directed: boolean;
  readonly reason: string;
}

/** A sentence on what stands on a sheet. */
export interface SheetCaution {
  readonly refused: boolean;
  readonly text: string;
}

/** How a language says that indicators must not, or must with care, be compared; slots `first`, `second`, `reason`. */
export interface CautionWords {
  readonly refused: string;
  readonly beside: string;
  readonly locale: string;
}

/** The warnings between indicators that are both on the sheet. */
export function warningsAmong(
  warnings: readonly SheetWarning[],
  shown: readonly string[],
): readonly SheetWarning[] {
  return warnings.filter(({ indicators }) => indicators.every((one) => shown.includes(one)));
}

/** What is to be said of the warnings, the gravest first; pairs with the same reason share a sentence. */
export function cautionsOf(
  warnings: readonly SheetWarning[],
  titleOf: (indicator: string) => string,
  words: CautionWords,
): SheetCaution[] {
  const groups = gatherPairs(warnings, {
    pairOf: ({ indicators }) => indicators,
    alike: (one, other) => one.refused === other.refused && one.reason === other.reason,
    directed: ({ directed }) => directed,
  });
  const cautions = groups.map(({ item: { refused, reason }, shared, others }) => {
    const template = words[refused ? "refused" : "beside"];
    const slots: Readonly<Record<string, string>> = {
      first: titleOf(shared),
      second: quotedList(template, "second", others.map(titleOf), words.locale),
      reason,
    };
    return { refused, text: template.replace(/\{(\w+)\}/g, (hole, slot: string) => slots[slot] ?? hole) };
  });
  return cautions.sort((a, b) => Number(b.refused) - Number(a.refused));
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
