/** A class of a map's shades: from `low` on, up to `high`; null for the last class. */
export interface Shade {
  readonly low: number;
  readonly high: number | null;
  /** Of the ramp, 1 to 5. */
  readonly step: number;
}

/** Round classes for values above zero: at most five, each a step of the ramp. */
export function shadesOf(values: readonly number[]): readonly Shade[] {
  const highest = Math.max(0, ...values);
  const steps = [1, 10, 100, 1000, 10_000].filter((low) => low <= highest);
  return steps.map((low, index) => {
    const next = steps[index + 1];
    return { low, high: next === undefined ? null : next - 1, step: index + 1 };
  });
}

/** The class by which a country is shaded; paper where nothing is recorded. */
export function fillOf(value: number, shades: readonly Shade[]): string {
  const shade = shades.findLast(({ low }) => value >= low);
  return shade && value > 0 ? `yeelen-fill-ramp-${shade.step}` : "yeelen-fill-paper";
}
