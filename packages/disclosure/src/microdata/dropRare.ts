import { equivalenceClasses } from "./classes.ts";
import type { CodedColumn } from "./columns.ts";
import type { ClassRule } from "./grouping.ts";
import { spread } from "./lDiversity.ts";

/**
 * Makes every combination of the sets of columns given occur 0 or ≥ k times, by dropping records until nothing is rare and
 * every class is still large and mixed enough. Dropping can only make other counts smaller, so it ends.
 *
 * @param columns quasi-identifiers first, then sensitive columns, then the rest
 * @param kept 1 for each record kept; changed in place
 */
export function dropRareCombinations(
  columns: readonly CodedColumn[],
  quasiCount: number,
  sensitiveCount: number,
  sets: readonly (readonly number[])[],
  kept: Uint8Array,
  rule: ClassRule,
): void {
  const quasi = columns.slice(0, quasiCount);
  const sensitive = columns.slice(quasiCount, quasiCount + sensitiveCount);
  // Combinations of quasi-identifiers alone are sums of whole classes, so they need no second look.
  const chosen = sets.filter((set) => set.some((c) => c >= quasiCount));
  let dropped = true;
  while (dropped) {
    const rows = rowsOf(kept);
    const now = columns.map((column) => restrict(column, rows));
    const bad = new Uint8Array(rows.length);
    for (const set of chosen)
      markRare(
        set.map((c) => now[c]!),
        rule.k,
        bad,
      );
    markUnsafeClasses(
      now.slice(0, quasi.length),
      now.slice(quasi.length, quasi.length + sensitive.length),
      rule,
      bad,
    );
    dropped = bad.includes(1);
    rows.forEach((row, i) => {
      if (bad[i]) kept[row] = 0;
    });
  }
}

function rowsOf(kept: Uint8Array): Uint32Array {
  const rows: number[] = [];
  for (let i = 0; i < kept.length; i++) if (kept[i]) rows.push(i);
  return Uint32Array.from(rows);
}

function restrict({ codes, values }: CodedColumn, rows: Uint32Array): CodedColumn {
  return { codes: rows.map((row) => codes[row]!), values };
}

function markRare(columns: readonly CodedColumn[], k: number, bad: Uint8Array): void {
  const { ids, sizes } = equivalenceClasses(columns);
  ids.forEach((id, i) => {
    if (sizes[id]! < k) bad[i] = 1;
  });
}

function markUnsafeClasses(
  quasi: readonly CodedColumn[],
  sensitive: readonly CodedColumn[],
  { k, least, share }: ClassRule,
  bad: Uint8Array,
): void {
  const { ids, sizes } = equivalenceClasses(quasi);
  const unsafe = Uint8Array.from(sizes, (size) => Number(size < k));
  for (const column of sensitive) {
    const { distinct, top } = spread(ids, sizes.length, column);
    for (let id = 0; id < sizes.length; id++) {
      if (distinct[id]! < least || top[id]! > share * sizes[id]!) unsafe[id] = 1;
    }
  }
  ids.forEach((id, i) => {
    if (unsafe[id]) bad[i] = 1;
  });
}
