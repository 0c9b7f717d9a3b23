import type { AuditResult, Verdict } from "../audit/result.ts";

/** The rules that a table or a file of records can break. */
export type Rule =
  | "small-count"
  | "recoverable"
  | "unproven"
  | "markers"
  | "split-category"
  | "missing-words"
  | "one-category"
  | "insider"
  | "release-difference"
  | "undeclared-column"
  | "identifier"
  | "free-text"
  | "fine-date"
  | "k-anonymity"
  | "l-diversity"
  | "rare-combination"
  | "row-order"
  | "repeated-person"
  | "not-persons"
  | "leftover-dictionary"
  | "statistics"
  | "metadata"
  | "kept-value";

/** One rule broken. Private: `where` names cells or columns. */
export interface Violation {
  readonly rule: Rule;
  readonly message: string;
  readonly where: readonly string[];
}

/** What may be told to anybody about an audit. Names no cell and counts nothing that could be undone. */
export interface PublicSummary {
  readonly verdict: Verdict | "as-published";
  readonly policy: "enforce" | "as-published";
  readonly kind: "tables" | "records";
  readonly threshold: number;
  readonly rules: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** An audit as one JSON document: `public` may be published, `private` must never leave the steward's machine. */
export interface AuditReport {
  readonly public: PublicSummary;
  readonly private: {
    readonly violations: readonly Violation[];
    readonly audit?: AuditResult;
    readonly notes: readonly string[];
  };
}

export const VERSIONS = { "@yeelen/disclosure": "0.1.0", highs: "1.15.3" } as const;

/** JSON has no Infinity: a missing limit becomes null. */
export function toJson(report: AuditReport): string {
  return JSON.stringify(
    report,
    (_, value: unknown) => (value === Infinity || value === -Infinity ? null : value),
    2,
  );
}
