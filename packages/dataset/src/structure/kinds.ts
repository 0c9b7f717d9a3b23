import type { Measure } from "../measures.ts";

/** What sort of number an indicator is: it decides which measures mean something. */
export const kinds = ["count", "rate", "share", "index", "mean", "amount", "score"] as const;
export type Kind = (typeof kinds)[number];

/** What holds for every number of a kind. */
export interface KindRules {
  /** Figures of parts come to the figure of the whole. */
  readonly additive: boolean;
  readonly negative: boolean;
  /** The largest there can be, as the unit prints it. */
  readonly most?: number;
  readonly measures: readonly Measure[];
}

/** Counts and amounts add up and can be divided by people or by a whole; of all else a part is no part of the figure. */
export const kindRules: Readonly<Record<Kind, KindRules>> = {
  count: {
    additive: true,
    negative: false,
    measures: ["value", "rate", "share", "change", "index", "rank"],
  },
  amount: {
    additive: true,
    negative: true,
    measures: ["value", "rate", "share", "change", "index", "rank"],
  },
  rate: { additive: false, negative: true, measures: ["value", "change", "index", "rank"] },
  share: { additive: false, negative: false, most: 100, measures: ["value", "change", "rank"] },
  index: { additive: false, negative: false, measures: ["value", "change", "index", "rank"] },
  mean: { additive: false, negative: true, measures: ["value", "change", "index", "rank"] },
  score: { additive: false, negative: true, measures: ["value", "change", "rank"] },
};

/** What figures count or are measured in. */
export interface Unit {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  /** `count` if left out. */
  readonly kind?: Kind | undefined;
  /** Decimals that the office prints. */
  readonly decimals?: number | undefined;
  /** SDMX's UNIT_MULT: figures are in tens to this power; 3 are thousands. */
  readonly multiplier?: number | undefined;
  /** The period at which an index stands at 100. */
  readonly base?: number | string | undefined;
}

/** The kind of a unit; units that name none count something. */
export function kindOf({ kind = "count" }: Pick<Unit, "kind">): Kind {
  return kind;
}

/** Why a number cannot be one of this kind; undefined where it can. `share`s are in per cent. */
export function kindFault(kind: Kind, value: number): string | undefined {
  const { negative, most } = kindRules[kind];
  if (value < 0 && !negative)
    return `${kind === "index" || kind === "amount" ? "an" : "a"} ${kind} is never negative`;
  return most !== undefined && value > most ? `a ${kind} is at most ${most}` : undefined;
}
