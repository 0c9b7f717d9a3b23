/** Dimensions that are broken down together somewhere in an indicator, in the structure's order: `[]`, `["sex", "age"]`. */
export type Pattern = readonly string[];

/** Whether every one of these dimensions is broken down together in one of the patterns. */
export function publishedTogether(patterns: readonly Pattern[], asked: readonly string[]): boolean {
  return patterns.some((pattern) => asked.every((dimension) => pattern.includes(dimension)));
}

/** The patterns that are part of no other: the breakdowns that an indicator has. */
export function widestPatterns(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.filter(
    (pattern) =>
      !patterns.some((other) => other.length > pattern.length && pattern.every((one) => other.includes(one))),
  );
}
