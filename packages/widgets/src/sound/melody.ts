import type { ChartPoint } from "@yeelen/charts";

/** What one year sounds like: a note for a number, a tick where there is none, two where it is hidden. */
export type Sound =
  | { readonly kind: "note"; readonly period: number; /** Hertz. */ readonly pitch: number }
  | { readonly kind: "tick"; readonly period: number; readonly count: 1 | 2 };

/** A series as sound, and what must be said before it. */
export interface Melody {
  readonly first: ChartPoint;
  readonly last: ChartPoint;
  readonly lowest: ChartPoint;
  readonly highest: ChartPoint;
  readonly sounds: readonly Sound[];
}

const LOWEST_NOTE = 48;
/** Major pentatonic, in semitones: no two of its notes jar. */
const SCALE = [0, 2, 4, 7, 9];
const STEPS = 3 * SCALE.length;
const FEWEST_YEARS = 3;

/** The series of a picture that can be heard: one thing over three years or more, with a number in at least one. */
export function audibleSeries(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  const groups = new Map<string, ChartPoint[]>();
  for (const point of points) groups.set(point.series, [...(groups.get(point.series) ?? []), point]);
  return [...groups.values()].filter(
    (group) =>
      group.length >= FEWEST_YEARS &&
      group.some(({ value }) => value !== null) &&
      group.every(
        ({ period, label }, place) =>
          label === group[0]?.label && (place === 0 || period > (group[place - 1]?.period ?? period)),
      ),
  );
}

/**
 * A series as notes of three octaves: its lowest number is the lowest note, its highest the highest, the others between
 * them in proportion, on the nearest note of the scale. A year without a number has no pitch, whatever is known of its range.
 */
export function melodyOf(series: readonly ChartPoint[]): Melody | null {
  const [first, last] = [series[0], series.at(-1)];
  const known = series.filter((point) => point.value !== null);
  const by = (order: number) =>
    known.reduce<ChartPoint | undefined>(
      (best, point) => (best && order * (point.value ?? 0) >= order * (best.value ?? 0) ? best : point),
      undefined,
    );
  const [lowest, highest] = [by(1), by(-1)];
  if (!first || !last || !lowest || !highest) return null;
  const [low, high] = [lowest.value ?? 0, highest.value ?? 0];
  const sounds = series.map(({ value, period, absence }): Sound => {
    if (value === null) return { kind: "tick", period, count: absence === "suppressed" ? 2 : 1 };
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return { kind: "note", period, pitch: pitchOf(Math.round(share * STEPS)) };
  });
  return { first, last, lowest, highest, sounds };
}

/** Equal temperament from A of 440 Hz. */
function pitchOf(step: number): number {
  const semitones = LOWEST_NOTE + 12 * Math.floor(step / SCALE.length) + (SCALE[step % SCALE.length] ?? 0);
  return 440 * 2 ** ((semitones - 69) / 12);
}
