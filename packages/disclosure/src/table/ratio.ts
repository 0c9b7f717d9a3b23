import { TableError } from "./cell.ts";
import type { KeyedTerm, Table } from "./table.ts";

/** How a printed figure was rounded: ties up, ties to even, always down, always up, or not at all. */
export type Rounding = "half-up" | "half-even" | "down" | "up" | "exact";

/** A printed percentage, rate, share or mean: value = per × numerator ÷ denominator, rounded. */
export interface Ratio {
  readonly numerator: string;
  /** A cell, or a figure that anybody can look up (a population). */
  readonly denominator: string | number;
  /** As printed; the digits after the point tell how it was rounded. */
  readonly value: string;
  /** 100 for a percentage, 100000 for a rate per 100,000, 1 for a mean. */
  readonly per: number;
  readonly rounding?: Rounding;
}

/**
 * Adds what a printed ratio tells about its numerator and denominator. With a mean, the numerator is the sum and the
 * denominator the count, so that mean × n is known to a reader here as it is in life.
 */
export function addRatio(table: Table, ratio: Ratio): void {
  const { numerator, denominator, per } = ratio;
  const rounding = ratio.rounding ?? "half-up";
  const label = `${numerator} per ${per} of ${denominator}`;
  if (!Number.isSafeInteger(per) || per < 1) throw new TableError(`per is not a whole number: ${label}`);
  const { scaled, power } = decimal(ratio.value, label);
  const [from, to] = edges(scaled, rounding);
  addBound(table, label, ratio, 2 * per * power, from, "low");
  addBound(table, label, ratio, 2 * per * power, to, "high");
}

interface Edge {
  /** Twice the scaled value at the edge. */
  readonly at: number;
  readonly open: boolean;
}

function edges(scaled: number, rounding: Rounding): [Edge, Edge] {
  const twice = 2 * scaled;
  switch (rounding) {
    case "half-up":
      return [edge(twice - 1, false), edge(twice + 1, true)];
    case "half-even":
      return [edge(twice - 1, scaled % 2 !== 0), edge(twice + 1, scaled % 2 !== 0)];
    case "down":
      return [edge(twice, false), edge(twice + 2, true)];
    case "up":
      return [edge(twice - 2, true), edge(twice, false)];
    case "exact":
      return [edge(twice, false), edge(twice, false)];
  }
}

function edge(at: number, open: boolean): Edge {
  return { at, open };
}

// factor × numerator − edge × denominator ≥ 0 (or ≤ 0), one more where the edge itself is out.
function addBound(
  table: Table,
  label: string,
  ratio: Ratio,
  factor: number,
  { at, open }: Edge,
  side: "low" | "high",
): void {
  const slack = open ? 1 : 0;
  const { numerator, denominator } = ratio;
  const constant = typeof denominator === "number" ? at * denominator : 0;
  if (!Number.isSafeInteger(constant) || !Number.isSafeInteger(factor))
    throw new TableError(`figures too large: ${label}; give fewer digits`);
  const terms: KeyedTerm[] =
    typeof denominator === "number"
      ? [[numerator, factor]]
      : [
          [numerator, factor],
          [denominator, -at],
        ];
  if (side === "low") table.addRelation(label, terms, constant + slack, Infinity);
  else table.addRelation(label, terms, -Infinity, constant - slack);
}

/** "12.50" is 1250 at a power of 100. */
function decimal(text: string, label: string): { scaled: number; power: number } {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new TableError(`not a decimal figure: ${label}; write digits with at most one point`);
  const digits = match[2] ?? "";
  const scaled = Number(`${match[1]}${digits}`);
  const power = 10 ** digits.length;
  if (!Number.isSafeInteger(scaled)) throw new TableError(`figure too long: ${label}`);
  return { scaled, power };
}
