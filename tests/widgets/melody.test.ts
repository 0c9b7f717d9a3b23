import type { ChartPoint } from "@yeelen/charts";
import { expect, test } from "vitest";
import { audibleSeries, melodyOf } from "../../packages/widgets/src/sound/melody.ts";

const series = (
  values: readonly (number | "<" | ".")[],
  name = "MLI",
  labels: readonly string[] = [],
): ChartPoint[] =>
  values.map((value, place) => ({
    x: place,
    y: 0,
    series: name,
    label: labels[place] ?? name,
    period: 2010 + place,
    year: String(2010 + place),
    text: String(value),
    value: typeof value === "number" ? value : null,
    absence: value === "<" ? "suppressed" : value === "." ? "not-reported" : null,
  }));

const pitches = (values: readonly (number | "<" | ".")[]) =>
  melodyOf(series(values))?.sounds.map((sound) => (sound.kind === "note" ? sound.pitch : sound.count));

test("melodyOf(series) gives the lowest number the lowest note, the highest one three octaves above, equal ones the same", () => {
  const [low = 0, high = 0, again] = pitches([5, 277, 5]) ?? [];
  expect(low).toBeCloseTo(130.81, 2);
  expect(high / low).toBeCloseTo(8, 6);
  expect(again).toBe(low);
});

test("melodyOf(series) rises wherever its numbers rise by enough, and never falls there", () => {
  const notes = (pitches([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]) ?? []) as number[];
  for (const [place, pitch] of notes.slice(1).entries())
    expect(pitch).toBeGreaterThanOrEqual(notes[place] ?? 0);
  expect(new Set(notes).size).toBe(11);
});

test("melodyOf(series) is on a scale without half tones: every interval is two semitones or three", () => {
  const notes = [...new Set(pitches(Array.from({ length: 200 }, (_, value) => value)) as number[])];
  const steps = notes.slice(1).map((pitch, place) => Math.round(12 * Math.log2(pitch / (notes[place] ?? 1))));
  expect(notes).toHaveLength(16);
  expect(new Set(steps)).toEqual(new Set([2, 3]));
});

test("melodyOf(series) has a tick where a year is not reported, two where a figure is hidden, and no pitch that tells it", () => {
  expect(pitches([10, ".", "<", 20])?.slice(1, 3)).toEqual([1, 2]);
  const hidden = (low: number, high: number) => {
    const points = series([10, "<", 20]).map((point) => ({ ...point, low, high }));
    return melodyOf(points)?.sounds[1];
  };
  expect(hidden(0, 4)).toEqual(hidden(1, 9));
});

test("melodyOf(series) of one number, or of equal ones, is a note in the middle, and zero is a number", () => {
  expect(pitches([".", 7, "."])?.[1]).toBe(pitches([3, 3, 3])?.[0]);
  expect(pitches([0, 10, 5])?.[0]).toBeCloseTo(130.81, 2);
  expect(melodyOf(series([".", "<", "."]))).toBeNull();
});

test("melodyOf(series) says which years hold its lowest and its highest number, the first of equals", () => {
  const melody = melodyOf(series([".", 3, 9, 3, 9]));
  expect([melody?.lowest.period, melody?.highest.period, melody?.first.period, melody?.last.period]).toEqual([
    2011, 2012, 2010, 2014,
  ]);
});

test("audibleSeries(points) holds one thing over three years or more that has a number, and nothing else", () => {
  const long = series([1, 2, ".", 4]);
  const names = (points: readonly ChartPoint[]) => audibleSeries(points).map(([one]) => one?.series);
  expect(names([...long, ...series([1, 2, 3], "NER")])).toEqual(["MLI", "NER"]);
  expect(names(series([1, 2]))).toEqual([]);
  expect(names(series([".", "<", "."]))).toEqual([]);
  expect(names(series([1, 2, 3], "MLI", ["one", "two", "three"]))).toEqual([]);
  expect(names(series([1, 2, 3]).toReversed())).toEqual([]);
});
