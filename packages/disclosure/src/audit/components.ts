import type { Bounds } from "./propagate.ts";
import type { System } from "./system.ts";

/** Unknowns that depend on each other through relations, and the rows between them. */
export interface Component {
  readonly unknowns: readonly number[];
  readonly rows: readonly number[];
}

/** Splits the unknowns that bounds have not settled into parts that can be solved one by one. */
export function components({ rows, cells }: System, { low, high }: Bounds): Component[] {
  const parent = Int32Array.from(cells, (_, x) => x);
  const find = (x: number): number => {
    let root = x;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[x] !== root) [x, parent[x]] = [parent[x]!, root];
    return root;
  };
  const open = (x: number): boolean => low[x]! < high[x]!;
  const first = new Int32Array(rows.count).fill(-1);
  for (let r = 0; r < rows.count; r++) {
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      if (!open(x)) continue;
      if (first[r] === -1) first[r] = x;
      else parent[find(x)] = find(first[r]!);
    }
  }
  const byRoot = new Map<number, { unknowns: number[]; rows: number[] }>();
  cells.forEach((_, x) => {
    if (!open(x)) return;
    const root = find(x);
    const part = byRoot.get(root);
    if (part) part.unknowns.push(x);
    else byRoot.set(root, { unknowns: [x], rows: [] });
  });
  first.forEach((x, r) => {
    if (x !== -1) byRoot.get(find(x))!.rows.push(r);
  });
  return [...byRoot.values()];
}
