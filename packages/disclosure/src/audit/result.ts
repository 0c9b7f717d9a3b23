import type { Certificate } from "./certificate.ts";

/** `unproven`: the time was up before it was shown to be safe. Treat it as unsafe. */
export type Verdict = "safe" | "unsafe" | "unproven";

/** How an attacker gets there: by adding up relations, by one relation after the other, or with a solver. */
export interface Witness {
  readonly by: "equations" | "bounds" | "solver";
  /** Published relations that are enough for it. */
  readonly relations: readonly string[];
}

/** What the attacker can know about one unpublished cell. Private. */
export interface CellFinding {
  readonly key: string;
  readonly verdict: Verdict;
  readonly sensitive: boolean;
  /** The smallest and the largest value found possible (a table exists for each); Infinity if there is no limit. */
  readonly low: number;
  readonly high: number;
  /** Whether it is proved that nothing lies beyond them. If not, the attacker's interval is at least this wide. */
  readonly exact: boolean;
  /** The interval the attacker must be left with, if the cell is sensitive. */
  readonly needs?: readonly [number, number];
  /** Proof that it is safe. */
  readonly certificate?: Certificate;
  /** Proof that it is not. */
  readonly witness?: Witness;
}

/** The outcome of an audit. Everything in it but the counts is private. */
export interface AuditResult {
  readonly verdict: Verdict;
  readonly k: number;
  /** How many cells: all, published, hidden, of the hidden sensitive, unsafe, and not proven either way. */
  readonly counts: {
    readonly cells: number;
    readonly published: number;
    readonly hidden: number;
    readonly sensitive: number;
    readonly unsafe: number;
    readonly unproven: number;
  };
  /** Published cells that should have been hidden, being 1…k−1 themselves. */
  readonly exposed: readonly string[];
  readonly findings: readonly CellFinding[];
  /** A possible table that certificates are differences from (the true one, where it is known). */
  readonly base: Readonly<Record<string, number>>;
  /** How many questions the solver was asked. */
  readonly solves: number;
  readonly seconds: number;
}
