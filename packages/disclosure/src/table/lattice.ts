import type { Hierarchy } from "./hierarchy.ts";

/** A cross-classification: one hierarchy a dimension, and the place in the table of each combination (−1: not there). */
export interface Lattice {
  readonly dimensions: readonly Hierarchy[];
  /** Row-major over the dimensions' codes. */
  readonly places: Int32Array;
}

/** Row-major steps: how far apart two neighbours along each dimension lie. */
export function strides(dimensions: readonly Hierarchy[]): number[] {
  const steps = new Array<number>(dimensions.length).fill(1);
  for (let d = dimensions.length - 2; d >= 0; d--) steps[d] = steps[d + 1]! * dimensions[d + 1]!.codes.length;
  return steps;
}

/** Every sum within a lattice as [total, parts] of offsets into `places`. */
export function* sums(
  dimensions: readonly Hierarchy[],
): Generator<{ dimension: number; total: number; parts: number[] }> {
  const steps = strides(dimensions);
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  for (let d = 0; d < dimensions.length; d++) {
    const { parts, codes } = dimensions[d]!;
    const step = steps[d]!;
    for (let offset = 0; offset < size; offset++) {
      const code = Math.floor(offset / step) % codes.length;
      const own = parts[code]!;
      if (own.length === 0) continue;
      yield { dimension: d, total: offset, parts: own.map((part) => offset + (part - code) * step) };
    }
  }
}
