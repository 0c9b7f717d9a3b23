import GLPK from "glpk.js/node";
import type { LP } from "glpk.js/node";
import type { Register, Row, Sum } from "./register.ts";
import { columns, keyOf } from "./register.ts";

/** A line of a published file: a figure, or the range it was hidden behind. */
export interface Printed {
  readonly key: string;
  readonly at: Row["at"];
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** What this attacker found out about a figure that must not be known. */
export interface Found {
  readonly release: string;
  readonly key: string;
  readonly truth: number;
  readonly low: number;
  readonly high: number;
  readonly reading: "zeros hidden" | "at least 1";
}

const glpk = await GLPK();
/** A hidden figure is 0 so often that a reader has to reckon with it. */
const OFTEN = 0.2;

/**
 * Reads the published bytes as a stranger with a solver of its own would: sums over every dimension, printed ranges,
 * and for every pair of releases the rows that are printed alike. Shares no line with the package it attacks.
 *
 * @param published the lines of each release's file, by release
 * @returns every small count that is narrowed down too far
 */
export function secondAttack(
  register: Register,
  published: ReadonlyMap<string, readonly Printed[]>,
): Found[] {
  const found: Found[] = [];
  const truth = new Map(register.releases.map(({ name, rows }) => [name, new Map(rows.map((row) => [keyOf(row.at), row.value]))])); // prettier-ignore
  const problem = equations(register.sums, published);
  const tied = ties(register.sums, published, truth);
  for (const reading of ["zeros hidden", "at least 1"] as const) {
    for (const [release, lines] of published) {
      const hidden = lines.filter(({ value }) => value === null);
      const zeros = hidden.filter(({ key }) => truth.get(release)!.get(key) === 0).length;
      if (reading === "at least 1" && zeros >= OFTEN * hidden.length) continue;
      for (const { key } of hidden) {
        const value = truth.get(release)!.get(key)!;
        if (value < 1 || value >= register.k) continue;
        const name = `${release}/${key}`;
        const low = extreme(problem, tied, published, truth, reading, name, glpk.GLP_MIN);
        const high = extreme(problem, tied, published, truth, reading, name, glpk.GLP_MAX);
        const narrow = high < register.k || (reading === "zeros hidden" && low > 0);
        if (narrow) found.push({ release, key, truth: value, low, high, reading });
      }
    }
  }
  return found;
}

interface Equation {
  readonly terms: readonly { readonly name: string; readonly coef: number }[];
  readonly constant: number;
}

type Published = ReadonlyMap<string, readonly Printed[]>;
type Truth = ReadonlyMap<string, ReadonlyMap<string, number>>;

function equations(sums: readonly Sum[], published: Published): Equation[] {
  const all: Equation[] = [];
  for (const [release, lines] of published) {
    for (const { total, parts } of groups(sums, lines)) {
      const terms: { name: string; coef: number }[] = [];
      let constant = 0;
      for (const [line, coef] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        if (line.value === null) terms.push({ name: `${release}/${line.key}`, coef });
        else constant -= coef * line.value;
      }
      if (terms.length > 0) all.push({ terms, constant });
    }
  }
  return all;
}

function groups(sums: readonly Sum[], lines: readonly Printed[]): { total: Printed; parts: Printed[] }[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return sums.flatMap(({ dimension, total, parts }) =>
    lines.flatMap((line) => {
      if (line.at[dimension] !== total) return [];
      const own = parts.map((code) => byKey.get(keyOf({ ...line.at, [dimension]: code })));
      return own.every((part) => part !== undefined) ? [{ total: line, parts: own }] : [];
    }),
  );
}

// Figures of a sum whose printed lines are alike in both releases are taken to be the same; rightly so, or it is no knowledge.
function ties(sums: readonly Sum[], published: Published, truth: Truth): Equation[] {
  const all: Equation[] = [];
  const names = [...published.keys()];
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      const there = new Map(published.get(other)!.map((line) => [line.key, line]));
      for (const { total, parts } of groups(sums, published.get(one)!)) {
        const pairs = [total, ...parts].map((line) => [line, there.get(line.key)!] as const);
        const both = pairs.filter(([a, b]) => a.value !== null && b.value !== null);
        if (both.length === 0 || both.some(([a, b]) => a.value !== b.value)) continue;
        for (const [a, b] of pairs) {
          if (truth.get(one)!.get(a.key) !== truth.get(other)!.get(b.key)) continue;
          const terms = [
            ...(a.value === null ? [{ name: `${one}/${a.key}`, coef: 1 }] : []),
            ...(b.value === null ? [{ name: `${other}/${b.key}`, coef: -1 }] : []),
          ];
          if (terms.length > 0) all.push({ terms, constant: (b.value ?? 0) - (a.value ?? 0) });
        }
      }
    }
  }
  return all;
}

function extreme(
  own: readonly Equation[],
  tied: readonly Equation[],
  published: Published,
  truth: Truth,
  reading: Found["reading"],
  name: string,
  direction: number,
): number {
  const names = new Set<string>();
  const bounds: NonNullable<LP["bounds"]> = [];
  for (const [release, lines] of published) {
    for (const line of lines) {
      if (line.value !== null) continue;
      const label = `${release}/${line.key}`;
      names.add(label);
      const counts = reading === "at least 1" && truth.get(release)!.get(line.key)! > 0;
      const lb = counts ? Math.max(1, line.low) : line.low;
      bounds.push({ name: label, type: lb === line.high ? glpk.GLP_FX : glpk.GLP_DB, lb, ub: line.high });
    }
  }
  const { result } = glpk.solve(
    {
      name: "attack",
      objective: { direction, name: "figure", vars: [{ name, coef: 1 }] },
      subjectTo: [...own, ...tied].map(({ terms, constant }, i) => ({
        name: `r${i}`,
        vars: [...terms],
        bnds: { type: glpk.GLP_FX, lb: constant, ub: constant },
      })),
      bounds,
      generals: [...names],
    },
    { msglev: glpk.GLP_MSG_OFF, presol: true, tmlim: 10 },
  );
  if (result.status !== glpk.GLP_OPT) throw new Error(`no answer on ${name}: status ${result.status}`);
  return Math.round(result.z);
}

/** A published CSV file as its reader sees it. */
export function printedOf(text: string): Printed[] {
  const [head, ...lines] = text.trim().split("\n").map((line) => line.split(",")); // prettier-ignore
  return lines.map((line) => {
    const cell = (name: string): string => line[head!.indexOf(name)]!;
    const at = Object.fromEntries(columns.map((name) => [name, cell(name)])) as Row["at"];
    const value = cell("value") === "" ? null : Number(cell("value"));
    return { key: keyOf(at), at, value, low: Number(cell("low")), high: Number(cell("high")) };
  });
}
