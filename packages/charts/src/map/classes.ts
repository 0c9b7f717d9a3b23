/** Upper bounds of at most `count` classes of known values, round numbers that each leave some value on either side. */
export function classBreaks(values: readonly number[], count = 5): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const round: number[] = [];
  for (let power = -4; power <= 9; power++)
    for (const factor of [1, 2, 5]) {
      const candidate = factor * 10 ** power;
      if (candidate > low && candidate <= high) round.push(candidate);
    }
  while (round.length > count - 1) {
    const fewest = round.map(
      (bound, index) => sorted.filter((value) => value >= (round[index - 1] ?? 0) && value < bound).length,
    );
    round.splice(fewest.indexOf(Math.min(...fewest)), 1);
  }
  return round;
}

/** Which class a value falls in, from 0. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((bound) => value >= bound).length;
}
