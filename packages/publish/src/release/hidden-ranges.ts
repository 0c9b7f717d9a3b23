import type { Table } from "@yeelen/disclosure";

/** What a hidden figure is published as: whole numbers, both ends possible. */
export interface HiddenRange {
  readonly key: string;
  readonly low: number;
  readonly high: number;
}

/**
 * A range for every hidden cell that any reader can work out from what is printed: from 0 to what the smallest printed
 * total leaves for it. All cells under no printed total get one and the same range, wide enough for each: a power of
 * ten, so that it tells of none of them which it was made for. A cell without a figure has no range.
 */
export function hiddenRanges(table: Table): HiddenRange[] {
  const most = table.cells.map(({ status, value }) => (status === "published" ? (value ?? 0) : Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const { terms, low, high, granted } of table.relations) {
      if (granted) continue;
      const [upper, lower, ...more] = terms;
      if (low === 0 && high === Infinity && upper?.[1] === 1 && lower?.[1] === -1 && more.length === 0) {
        // a part of a total that counts persons once
        const limit = most[upper[0]] ?? Infinity;
        if (table.cells[lower[0]]?.status === "published" || limit >= (most[lower[0]] ?? Infinity)) continue;
        most[lower[0]] = limit;
        changed = true;
        continue;
      }
      const total = terms.find(([, coefficient]) => coefficient === -1);
      const parts = terms.filter(([, coefficient]) => coefficient === 1);
      if (!total || low !== 0 || high !== 0 || parts.length + 1 !== terms.length) continue;
      const printed = parts.reduce((sum, [place]) => sum + printedValue(table, place), 0);
      const left = (most[total[0]] ?? Infinity) - printed;
      for (const [place] of parts)
        if (table.cells[place]?.status !== "published" && left < (most[place] ?? Infinity)) {
          most[place] = left;
          changed = true;
        }
    }
  }
  const hidden = table.cells.flatMap(({ key, status, absent, value }, place) =>
    status === "hidden" && absent !== true ? [{ key, value: value ?? 0, high: most[place] ?? Infinity }] : [],
  );
  const loose = hidden.filter(({ high }) => high === Infinity).map(({ value }) => value);
  const largest = Math.max(table.k, ...loose);
  const widest = largest === table.k ? table.k : 10 ** (2 + Math.floor(Math.log10(largest)));
  return hidden.map(({ key, high }) => ({ key, low: 0, high: high === Infinity ? widest : high }));
}

function printedValue(table: Table, place: number): number {
  const cell = table.cells[place];
  return cell?.status === "published" ? (cell.value ?? 0) : 0;
}
