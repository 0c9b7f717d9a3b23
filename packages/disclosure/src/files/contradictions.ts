import { propagate } from "../audit/propagate.ts";
import { systemOf } from "../audit/system.ts";
import { TableError } from "../table/cell.ts";
import { Table } from "../table/table.ts";

/**
 * Leaves out relations that a publisher's own figures contradict (sexes that do not add up to the total), so that the
 * rest can be looked at. For figures of others only: in ours a contradiction is an error.
 */
export function dropContradictions(table: Table, notes: string[]): Table {
  const dropped = new Set<number>();
  for (;;) {
    const kept = without(table, dropped);
    const broken = firstBroken(kept);
    if (broken === null) {
      if (dropped.size > 0)
        notes.push(`relations left out because the publisher's figures contradict them: ${dropped.size}`);
      return kept;
    }
    const next = table.relations.findIndex(
      (relation, r) => !dropped.has(r) && relation === kept.relations[broken],
    );
    if (next === -1)
      throw new TableError("contradiction not found: this should not happen; please report it");
    dropped.add(next);
  }
}

function firstBroken(table: Table): number | null {
  for (const [r, { terms, low, high }] of table.relations.entries()) {
    let least = 0;
    let most = 0;
    for (const [place, c] of terms) {
      const cell = table.cells[place]!;
      const [from, to] =
        cell.status === "published" ? [cell.value!, cell.value!] : [cell.low ?? 0, cell.high ?? Infinity];
      least += c > 0 ? c * from : c * to;
      most += c > 0 ? c * to : c * from;
    }
    if (least > high || most < low) return r;
  }
  const system = systemOf(table);
  const { broken } = propagate(system);
  return broken === -1 ? null : system.rows.relations[broken]!;
}

function without(table: Table, dropped: ReadonlySet<number>): Table {
  if (dropped.size === 0) return table;
  const copy = new Table(table.k);
  for (const cell of table.cells) copy.addCell(cell);
  table.relations.forEach((relation, r) => {
    if (!dropped.has(r)) copy.keep(relation);
  });
  return copy;
}
