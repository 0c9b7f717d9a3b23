/** Sets of more than this many columns are looked at within a budget only. */
const ALWAYS = 3;

/** How many sets of columns are looked at, at most, unless more have three columns or fewer. */
export const MOST_SETS = 5000;

/** Sets of columns whose combinations are counted, and how many there are of that size in all. */
export interface ColumnSets {
  readonly sets: readonly (readonly number[])[];
  readonly all: number;
}

/**
 * All sets of 1 to `size` of `count` columns, smaller ones first, up to a budget. It depends on nothing but the number
 * of columns, so that whoever protects looks at the same sets as whoever audits.
 */
export function columnSets(count: number, size: number, most = MOST_SETS): ColumnSets {
  const longest = Math.min(size, count);
  const sets = subsets(count, Math.min(ALWAYS, longest));
  let all = sets.length;
  for (let length = ALWAYS + 1; length <= longest; length++) {
    all += choose(count, length);
    if (sets.length < most) sets.push(...subsetsOf(count, length, most - sets.length));
  }
  return { sets, all };
}

/** All sets of 1 to `size` of the numbers 0…count−1, smaller sets first. */
export function subsets(count: number, size: number): number[][] {
  return Array.from({ length: size }, (_, s) => subsetsOf(count, s + 1, Infinity)).flat();
}

function subsetsOf(count: number, size: number, most: number): number[][] {
  const all: number[][] = [];
  const extend = (chosen: number[], from: number, left: number): void => {
    if (all.length >= most) return;
    if (left === 0) {
      all.push(chosen);
      return;
    }
    for (let i = from; i <= count - left; i++) extend([...chosen, i], i + 1, left - 1);
  };
  extend([], 0, size);
  return all;
}

function choose(count: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = (ways * (count - size + i)) / i;
  return Math.round(ways);
}
