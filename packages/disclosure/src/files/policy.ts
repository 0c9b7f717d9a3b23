import { LARGEST_SHARE, LEAST_VALUES } from "../microdata/lDiversity.ts";
import { COMBINATIONS } from "../microdata/rareCombinations.ts";
import { TableError } from "../table/cell.ts";
import type { Rounding } from "../table/ratio.ts";
import type { Revision } from "../table/revision.ts";
import { checkThreshold } from "../table/table.ts";
import { allow, fromJson, mapValues, objectOf, oneOf, share, text } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { tablePolicy } from "./tablePolicy.ts";

/** How a dimension column is read. */
export interface DimensionPolicy {
  /** What each total is made of. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** Short for: this code is the sum of all other codes. */
  readonly total?: string;
  /** Says what happened to people: no category of it may hold (nearly) everybody of a row. */
  readonly sensitive?: { readonly largestShare?: number };
  /** One person may be counted under several of its codes: a total is less than the sum of its parts. */
  readonly repeats?: boolean;
  /** Codes that look like totals, by name or by their sums, and are none. */
  readonly notTotals?: readonly string[];
  /** How dear the figures at a code are when more has to be hidden: 1 if left out, at a total more. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** A printed column of shares, rates or means. */
export interface RatioPolicy {
  readonly column: string;
  /** The codes at which the denominator stands, a figure's column, or a number. */
  readonly denominator: { readonly at: Readonly<Record<string, string>> } | { readonly column: string };
  readonly per: number;
  readonly rounding?: Rounding;
}

/** A sum that no hierarchy tells: cells by their codes; a dimension left out stands at its total. */
export interface RelationPolicy {
  readonly total: Readonly<Record<string, string>>;
  readonly parts: readonly Readonly<Record<string, string>>[];
}

/** The policy for tables: see docs/disclosure.md. */
export interface TablePolicy {
  readonly kind: "tables";
  readonly policy: "enforce" | "as-published";
  readonly k: number;
  readonly dimensions: Readonly<Record<string, DimensionPolicy>>;
  readonly columns: { readonly value: string; readonly status: string; readonly persons?: string };
  /** Words of the status column. */
  readonly statuses: {
    readonly published: readonly string[];
    readonly hidden: readonly string[];
    readonly absent: readonly string[];
  };
  /** Values that stand for a range, such as `<5`. */
  readonly markers: Readonly<Record<string, readonly [number, number]>>;
  /** What a combination is that a file does not list. */
  readonly unlisted: "refuse" | "zero" | "unknown";
  /** What is counted. Anything but persons needs a column of persons. */
  readonly unit: string;
  readonly ratios: readonly RatioPolicy[];
  readonly relations: readonly RelationPolicy[];
  /** Assume readers who know of themselves that they are counted: 0 or 1. */
  readonly insiders: number;
  /** What was recounted between releases. */
  readonly revised: readonly Revision[];
  /** Where nothing was counted at all: every figure at these codes is absent, and no total holds any of it. */
  readonly uncounted: readonly Readonly<Record<string, string>>[];
}

/** What a column of records is: `person` tells persons apart while we count and is never published. */
export type ColumnRole = "quasi" | "sensitive" | "safe" | "person";

/** The policy for records: see docs/disclosure.md. */
export interface RecordPolicy {
  readonly kind: "records";
  readonly policy: "enforce";
  readonly k: number;
  readonly columns: Readonly<Record<string, ColumnRole>>;
  readonly leastValues: number;
  readonly largestShare: number;
  /** Combinations of up to so many columns must be common. */
  readonly combinations: number;
}

export type Policy = TablePolicy | RecordPolicy;

/**
 * Reads a policy, from JSON text or a parsed value. Whatever it does not say and cannot be guessed is an error.
 *
 * @throws TableError that names the field, what it is and what is allowed
 */
export function parsePolicy(source: unknown): Policy {
  if (source === undefined || source === null || source === "")
    throw new TableError("missing policy: nothing is published without one; see docs/disclosure.md");
  const fields = objectOf(typeof source === "string" ? fromJson(source) : source, "policy");
  const k: unknown = fields["k"];
  checkThreshold(k);
  // JSON has no comments: a note is for people, and may be anything
  if (fields["note"] !== undefined) text(fields["note"], "note");
  const kind = oneOf(fields, "kind", ["tables", "records"] as const);
  return kind === "tables" ? tablePolicy(fields, k) : recordPolicy(fields, k);
}

function recordPolicy(fields: Fields, k: number): RecordPolicy {
  allow(fields, "policy", [
    "note",
    "kind",
    "policy",
    "k",
    "columns",
    "leastValues",
    "largestShare",
    "combinations",
  ]);
  const whole = (name: string, fallback: number, least: number): number => {
    const value = fields[name] ?? fallback;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least)
      throw new TableError(`not a whole number of ${least} or more: ${name} is ${String(value)}`);
    return value;
  };
  const roles = ["quasi", "sensitive", "safe", "person"] as const;
  const columns = objectOf(fields["columns"], "columns");
  const roleOf = mapValues(columns, (_, name) => oneOf(columns, name, roles));
  const persons = Object.keys(roleOf).filter((name) => roleOf[name] === "person");
  if (persons.length > 1)
    throw new TableError(`two columns of persons: ${persons.join(", ")}; one tells persons apart`);
  if (!Object.values(roleOf).includes("quasi"))
    throw new TableError(
      "no quasi-identifier: name at least one column by which somebody could be recognised",
    );
  return {
    kind: "records",
    policy: oneOf(fields, "policy", ["enforce"] as const, "enforce"),
    k,
    columns: roleOf,
    leastValues: whole("leastValues", LEAST_VALUES, 2),
    largestShare: share(fields["largestShare"] ?? LARGEST_SHARE, "largestShare"),
    combinations: whole("combinations", COMBINATIONS, 1),
  };
}
