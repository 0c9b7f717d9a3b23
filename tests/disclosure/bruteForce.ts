import type { Table } from "../../packages/disclosure/src/index.ts";

export interface Interval {
  low: number;
  high: number;
}

/**
 * Every possible value of every hidden cell, by trying all whole numbers: no algebra, no bounds but those of single
 * sums, nothing shared with the auditor. For small tables whose figures are small.
 *
 * @param ceiling no cell can be larger than this
 */
export function bruteForce(table: Table, ceiling: number): Map<string, Interval> {
  const hidden = table.cells.filter(({ status }) => status !== "published");
  const values = new Map(table.cells.map(({ key, value }) => [key, value]));
  const sums = table.relations.map(({ terms, low, high }) => ({
    open: terms.filter(([place]) => table.cells[place]!.status !== "published").length,
    left: terms.reduce((left, [place, coefficient]) => {
      const { key, status } = table.cells[place]!;
      return status === "published" ? left - coefficient * values.get(key)! : left;
    }, 0),
    low,
    high,
  }));
  const touching = hidden.map((cell) => {
    const place = table.place(cell.key);
    return table.relations.flatMap(({ terms }, r) =>
      terms.filter(([one]) => one === place).map(([, coefficient]) => ({ r, coefficient })),
    );
  });
  const found = new Map<string, Interval>();
  const chosen: number[] = [];
  const visit = (x: number): void => {
    if (x === hidden.length) {
      hidden.forEach(({ key }, i) => {
        const value = chosen[i]!;
        const seen = found.get(key);
        if (!seen) found.set(key, { low: value, high: value });
        else {
          seen.low = Math.min(seen.low, value);
          seen.high = Math.max(seen.high, value);
        }
      });
      return;
    }
    const cell = hidden[x]!;
    for (let value = cell.low ?? 0; value <= Math.min(cell.high ?? ceiling, ceiling); value++) {
      let fits = true;
      for (const { r, coefficient } of touching[x]!) {
        const sum = sums[r]!;
        sum.left -= coefficient * value;
        sum.open--;
        // Once nothing is open, what is left must lie within the relation's range (0 for a sum).
        if (sum.open === 0 && (-sum.left < sum.low || -sum.left > sum.high)) fits = false;
      }
      chosen[x] = value;
      if (fits) visit(x + 1);
      for (const { r, coefficient } of touching[x]!) {
        sums[r]!.left += coefficient * value;
        sums[r]!.open++;
      }
    }
  };
  visit(0);
  return found;
}
