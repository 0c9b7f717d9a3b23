import { known, type Series } from "./series.ts";

const FAR = 15;

/** Series that share an axis, and those far out of its scale, which need one of their own. */
export interface Apart<S extends Series = Series> {
  readonly together: readonly S[];
  readonly apart: readonly S[];
  /** How many times the highest figure together the lowest of the apart ones' highest is, rounded down. */
  readonly times: number;
}

/**
 * Sets apart the countries whose highest figure is at least 15 times that of all the others.
 * Parts of one country (its sexes, ages, forms) always stay together: they are to be compared.
 */
export function scalesApart<S extends Series>(series: readonly S[]): Apart<S> {
  const peaks = new Map<string, number>();
  for (const one of series)
    for (const { value } of known(one))
      peaks.set(one.area, Math.max(peaks.get(one.area) ?? 0, Math.abs(value)));
  const ranked = [...peaks].filter(([, peak]) => peak > 0).sort((a, b) => b[1] - a[1]);
  for (
    let index = 1;
    index <= Math.max(1, Math.min(3, ranked.length / 2)) && index < ranked.length;
    index++
  ) {
    const ratio = (ranked[index - 1]?.[1] ?? 0) / (ranked[index]?.[1] ?? 1);
    if (ratio < FAR) continue;
    const far = new Set(ranked.slice(0, index).map(([area]) => area));
    return {
      together: series.filter((one) => !far.has(one.area)),
      apart: series.filter((one) => far.has(one.area)),
      times: Math.floor(ratio),
    };
  }
  return { together: series, apart: [], times: 1 };
}
