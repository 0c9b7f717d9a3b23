import type { ChartPoint } from "@yeelen/charts";
import { expect, test } from "vitest";
import { nearestPoint, step } from "../../packages/widgets/src/element/inspector.ts";

const point = (series: string, period: number, x: number, y: number): ChartPoint => ({
  x,
  y,
  series,
  label: series,
  period,
  year: String(period),
  text: String(y),
  value: y,
  absence: null,
});

const points = [
  point("MLI", 2016, 0, 50),
  point("MLI", 2017, 50, 40),
  point("MLI", 2018, 100, 30),
  point("NER", 2016, 0, 10),
  point("NER", 2018, 100, 20),
];
const at = (series: string, period: number) =>
  points.find((one) => one.series === series && one.period === period) ?? null;

test("nearestPoint(points, x, y) answers with the nearest year first, then the nearest height", () => {
  expect(nearestPoint(points, 96, 60)).toBe(at("MLI", 2018));
  expect(nearestPoint(points, 96, 5)).toBe(at("NER", 2018));
  expect(nearestPoint([], 0, 0)).toBeNull();
});

test("step(points, from, key) walks along a series and stops at its ends", () => {
  expect(step(points, null, "ArrowRight")).toBe(at("MLI", 2016));
  expect(step(points, null, "ArrowLeft")).toBe(at("MLI", 2018));
  expect(step(points, at("MLI", 2016), "ArrowRight")).toBe(at("MLI", 2017));
  expect(step(points, at("MLI", 2018), "ArrowRight")).toBe(at("MLI", 2018));
  expect(step(points, at("MLI", 2017), "Home")).toBe(at("MLI", 2016));
  expect(step(points, at("MLI", 2017), "End")).toBe(at("MLI", 2018));
});

test("step(points, from, key) crosses to the same year of another series, and stays where there is none", () => {
  expect(step(points, at("MLI", 2018), "ArrowDown")).toBe(at("NER", 2018));
  expect(step(points, at("NER", 2018), "ArrowUp")).toBe(at("MLI", 2018));
  expect(step(points, at("MLI", 2017), "ArrowDown")).toBe(at("MLI", 2017));
  expect(step(points, at("NER", 2016), "ArrowDown")).toBe(at("NER", 2016));
});

test("step(points, from, key) crosses to the same place of a series of as many points, whatever its years", () => {
  const cells = [
    point("MLI", 2020, 0, 0),
    point("MLI", 2018, 100, 0),
    point("NER", 2018, 0, 36),
    point("NER", 2020, 100, 36),
  ];
  const [first, second, third, fourth] = cells as [ChartPoint, ChartPoint, ChartPoint, ChartPoint];
  expect(step(cells, first, "ArrowDown")).toBe(third);
  expect(step(cells, fourth, "ArrowUp")).toBe(second);
  expect(step(cells, third, "ArrowDown")).toBe(third);
});

test("step(points, from, key) means nothing for other keys", () => {
  expect(step(points, at("MLI", 2017), "a")).toBeNull();
});
