const SHRINK_ROUNDS = 3;

/**
 * Adds or takes away one vector from another wherever that leaves fewer cells to change; they still span the same.
 */
export function shrink(vectors: Map<number, number>[]): Map<number, number>[] {
  for (let round = 0; round < SHRINK_ROUNDS; round++) {
    const holders = new Map<number, number[]>();
    vectors.forEach((vector, i) => {
      for (const place of vector.keys()) {
        const list = holders.get(place);
        if (list) list.push(i);
        else holders.set(place, [i]);
      }
    });
    let shrunk = false;
    vectors.forEach((vector, i) => {
      const shared = new Map<number, number>();
      for (const [place, change] of vector) {
        for (const other of holders.get(place)!) {
          if (other === i) continue;
          const theirs = vectors[other]!.get(place);
          if (theirs !== undefined) shared.set(other, (shared.get(other) ?? 0) + Math.sign(change * theirs));
        }
      }
      let best = vector;
      for (const [other, overlap] of shared) {
        if (Math.abs(overlap) * 2 <= vectors[other]!.size) continue;
        const sum = combined(vector, vectors[other]!, overlap > 0 ? -1 : 1);
        if (sum.size > 0 && sum.size < best.size) best = sum;
      }
      if (best === vector) return;
      vectors[i] = best;
      shrunk = true;
    });
    if (!shrunk) break;
  }
  return vectors;
}

function combined(
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
  sign: 1 | -1,
): Map<number, number> {
  const sum = new Map(a);
  for (const [place, change] of b) {
    const value = (sum.get(place) ?? 0) + sign * change;
    if (value === 0) sum.delete(place);
    else sum.set(place, value);
  }
  return sum;
}
