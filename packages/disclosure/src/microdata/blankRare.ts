import { equivalenceClasses } from "./classes.ts";
import type { CodedColumn } from "./columns.ts";

/** Classes are blanked round by round, those that gain the most first; other classes may not need it then. */
const SHARE_OF_MOST = 0.5;

/**
 * Blanks quasi-identifiers until no combination of the sets of columns given is rare, as far as blanks can do that: in each
 * class that holds a rare combination, the column that takes part in most of them, for its cost, is blanked for the
 * whole class. Whole classes only ever merge, so they stay as large and as mixed as they were.
 *
 * @param columns quasi-identifiers first; their codes are changed in place
 * @param sets sets of columns, by their places
 * @param kept 1 for each record that counts
 * @param weights what a blank costs, by quasi-identifier
 */
export function blankRareCombinations(
  columns: readonly CodedColumn[],
  quasiCount: number,
  sets: readonly (readonly number[])[],
  kept: Uint8Array,
  k: number,
  weights: readonly number[],
): void {
  if (columns.length === quasiCount) return;
  const quasi = columns.slice(0, quasiCount);
  const mixed = sets.filter((set) => set.some((c) => c >= quasiCount) && set.some((c) => c < quasiCount));
  // Each round blanks at least one column of one class, so there are at most so many.
  for (let changed = true; changed;) {
    const { ids, sizes } = equivalenceClasses([...quasi, keptColumn(kept)]);
    const blame = new Float64Array(sizes.length * quasiCount);
    for (const set of mixed) addBlame(columns, set, quasiCount, kept, k, ids, blame);
    const worst = worstColumns(quasi, sizes, blame, weights);
    changed = blankClasses(quasi, ids, kept, worst);
  }
}

function keptColumn(kept: Uint8Array): CodedColumn {
  return { codes: Uint32Array.from(kept), values: [null, 1] };
}

function addBlame(
  columns: readonly CodedColumn[],
  set: readonly number[],
  quasiCount: number,
  kept: Uint8Array,
  k: number,
  classes: Uint32Array,
  blame: Float64Array,
): void {
  const { ids, sizes } = equivalenceClasses([...set.map((c) => columns[c]!), keptColumn(kept)]);
  for (let i = 0; i < ids.length; i++) {
    if (sizes[ids[i]!]! >= k || !kept[i]) continue;
    for (const c of set) {
      if (c >= quasiCount || columns[c]!.codes[i] === 0) continue;
      const slot = classes[i]! * quasiCount + c;
      blame[slot] = blame[slot]! + 1;
    }
  }
}

// For each class the column most to blame, for the classes with the most to gain this round; −1 for the others.
function worstColumns(
  quasi: readonly CodedColumn[],
  sizes: Uint32Array,
  blame: Float64Array,
  weights: readonly number[],
): Int32Array {
  const worst = new Int32Array(sizes.length).fill(-1);
  const gains = new Float64Array(sizes.length);
  for (let id = 0; id < sizes.length; id++) {
    for (let c = 0; c < quasi.length; c++) {
      // What is gained by one blank in each record of the class.
      const gain = blame[id * quasi.length + c]! / (weights[c]! * sizes[id]!);
      if (gain > gains[id]!) [worst[id], gains[id]] = [c, gain];
    }
  }
  const most = gains.reduce((top, gain) => Math.max(top, gain), 0);
  return worst.map((c, id) => (gains[id]! >= most * SHARE_OF_MOST ? c : -1));
}

function blankClasses(
  quasi: readonly CodedColumn[],
  ids: Uint32Array,
  kept: Uint8Array,
  worst: Int32Array,
): boolean {
  let changed = false;
  for (let i = 0; i < ids.length; i++) {
    const c = worst[ids[i]!]!;
    if (c === -1 || !kept[i]) continue;
    quasi[c]!.codes[i] = 0;
    changed = true;
  }
  return changed;
}
