import type { Table } from "../table/table.ts";

/** A possible table: the value of each unpublished cell that differs from the base table, by key. */
export type Changed = Readonly<Record<string, number>>;

/**
 * Proof that a cell is protected: two whole-number tables, both consistent with all that is published, one with the
 * cell as low as it must be able to be, one as high. Private: it names values.
 */
export interface Certificate {
  readonly key: string;
  readonly low: Changed;
  readonly high: Changed;
}

/**
 * Checks a certificate without any solver: every relation and every bound, in whole numbers of any size.
 *
 * @param base a value for every unpublished cell, by key
 * @returns what is wrong with it, or null if it holds
 */
export function checkCertificate(
  table: Table,
  base: Readonly<Record<string, number>>,
  certificate: Certificate,
  needs: readonly [low: number, high: number],
): string | null {
  const low = valuesOf(table, base, certificate.low);
  const high = valuesOf(table, base, certificate.high);
  const place = table.place(certificate.key);
  if (low[place]! > BigInt(needs[0])) return `low table does not reach ${needs[0]}: ${certificate.key}`;
  if (high[place]! < BigInt(needs[1])) return `high table does not reach ${needs[1]}: ${certificate.key}`;
  return broken(table, low) ?? broken(table, high);
}

/** The first relation or bound that a whole table breaks, or null. `values` are by place. */
export function broken(table: Table, values: readonly bigint[]): string | null {
  for (const [place, cell] of table.cells.entries()) {
    const value = values[place]!;
    if (value < BigInt(Number.isFinite(cell.low ?? 0) ? (cell.low ?? 0) : Number.MIN_SAFE_INTEGER))
      return `below its bound: ${cell.key}`;
    if (cell.high !== undefined && Number.isFinite(cell.high) && value > BigInt(cell.high))
      return `above its bound: ${cell.key}`;
  }
  for (const { label, terms, low, high } of table.relations) {
    let sum = 0n;
    for (const [place, coefficient] of terms) sum += BigInt(coefficient) * values[place]!;
    if (Number.isFinite(low) && sum < BigInt(low)) return `relation broken: ${label}`;
    if (Number.isFinite(high) && sum > BigInt(high)) return `relation broken: ${label}`;
  }
  return null;
}

function valuesOf(table: Table, base: Readonly<Record<string, number>>, changed: Changed): bigint[] {
  return table.cells.map(({ key, status, value }) =>
    BigInt(status === "published" ? value! : (changed[key] ?? base[key]!)),
  );
}

/**
 * Checks every certificate of an audit: the base table in full, then each certificate where it differs from the base.
 * Trusts nothing that the auditor worked out.
 *
 * @returns what is wrong, one line each; empty if all hold
 */
export function checkCertificates(
  table: Table,
  base: Readonly<Record<string, number>>,
  certificates: readonly (Certificate & { readonly needs: readonly [number, number] })[],
): string[] {
  const start = valuesOf(table, base, {});
  const wrong = broken(table, start);
  if (wrong) return [`base table: ${wrong}`];
  const relationsOf: number[][] = table.cells.map(() => []);
  table.relations.forEach(({ terms }, r) => terms.forEach(([place]) => relationsOf[place]!.push(r)));
  const errors: string[] = [];
  for (const { key, low, high, needs } of certificates) {
    for (const [changed, reaches] of [
      [low, (value: bigint): boolean => value <= BigInt(needs[0])],
      [high, (value: bigint): boolean => value >= BigInt(needs[1])],
    ] as const) {
      const error = brokenWhere(table, start, changed, relationsOf);
      if (error) errors.push(`${key}: ${error}`);
      if (!reaches(BigInt(changed[key] ?? base[key]!)))
        errors.push(`${key}: does not reach ${needs.join(" and ")}`);
    }
  }
  return errors;
}

function brokenWhere(
  table: Table,
  base: readonly bigint[],
  changed: Changed,
  relationsOf: readonly (readonly number[])[],
): string | null {
  const values = new Map(Object.entries(changed).map(([key, value]) => [table.place(key), BigInt(value)]));
  const touched = new Set<number>();
  for (const [place, value] of values) {
    const { key, status, low = 0, high = Infinity } = table.cells[place]!;
    if (status === "published") return `changes a published cell: ${key}`;
    if (Number(value) < low || Number(value) > high) return `outside its bounds: ${key}`;
    for (const r of relationsOf[place]!) touched.add(r);
  }
  for (const r of touched) {
    const { label, terms, low, high } = table.relations[r]!;
    const sum = terms.reduce(
      (total, [place, c]) => total + BigInt(c) * (values.get(place) ?? base[place]!),
      0n,
    );
    if (Number.isFinite(low) && sum < BigInt(low)) return `relation broken: ${label}`;
    if (Number.isFinite(high) && sum > BigInt(high)) return `relation broken: ${label}`;
  }
  return null;
}
