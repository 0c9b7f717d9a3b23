import { crossTable } from "../../packages/disclosure/src/index.ts";
import type { CrossCell, Dimension, Table } from "../../packages/disclosure/src/index.ts";

/** A repeatable source of random numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A third zeros, a third small counts, a third anything up to 300: what a table of detected victims looks like. */
export function smallCounts(random: () => number): number {
  const kind = random();
  if (kind < 0.33) return 0;
  if (kind < 0.67) return 1 + Math.floor(random() * 10);
  return 11 + Math.floor(290 * random() ** 3);
}

/** A cross-classified table with one total a dimension, all margins included; small counts hidden if asked. */
export function randomTable(
  sizes: readonly number[],
  random: () => number,
  options: {
    readonly k?: number;
    readonly hide?: boolean;
    readonly draw?: (random: () => number) => number;
  } = {},
): Table {
  const { k = 11, hide = false, draw = smallCounts } = options;
  const dimensions: Dimension[] = sizes.map((size, d) => {
    const leaves = Array.from({ length: size }, (_, i) => `${i}`);
    return { name: `d${d}`, codes: ["T", ...leaves], parts: { T: leaves } };
  });
  const counts = new Map<string, number>();
  const fill = (at: string[]): void => {
    if (at.length === sizes.length) {
      const value = draw(random);
      for (let mask = 0; mask < 1 << at.length; mask++) {
        const key = at.map((code, d) => (mask & (1 << d) ? "T" : code)).join(",");
        counts.set(key, (counts.get(key) ?? 0) + value);
      }
      return;
    }
    for (let i = 0; i < sizes[at.length]!; i++) fill([...at, `${i}`]);
  };
  fill([]);
  const cells: CrossCell[] = Array.from(counts, ([key, value]) => ({
    at: key.split(","),
    value,
    status: hide && value >= 1 && value < k ? "hidden" : "published",
  }));
  return crossTable(k, dimensions, cells);
}
