import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classBreaks, classOf } from "../../packages/charts/src/map/classes.ts";
import { linearScale } from "../../packages/charts/src/scale/linear.ts";
import { spread } from "../../packages/charts/src/scale/spread.ts";

describe("linearScale(domain, range)", () => {
  test("ends on round numbers", () => {
    expect(linearScale([0, 1228], [0, 100]).ticks).toEqual([0, 500, 1000, 1500]);
    expect(linearScale([0, 0.0681], [0, 100]).ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
    expect(linearScale([-5, 10], [0, 100]).ticks).toEqual([-5, 0, 5, 10]);
  });

  test("counts persons in whole numbers", () => {
    expect(linearScale([0, 2], [0, 100], { whole: true }).ticks).toEqual([0, 1, 2]);
    expect(linearScale([0, 1], [0, 100], { whole: true }).ticks).toEqual([0, 1]);
  });

  test("holds its whole domain, for any", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (high, count) => {
          const scale = linearScale([0, high], [0, 100], { count });
          expect(scale(high)).toBeLessThanOrEqual(100.000001);
          expect(scale.ticks.length).toBeLessThanOrEqual(count * 2 + 2);
        },
      ),
    );
  });
});

describe("spread(wishes, top, bottom)", () => {
  const wishes = fc.array(
    fc.record({ y: fc.double({ min: 0, max: 300, noNaN: true }), height: fc.integer({ min: 10, max: 31 }) }),
    { maxLength: 14 },
  );

  test("lets no label overlap another, and keeps all inside where there is room", () => {
    fc.assert(
      fc.property(wishes, (labels) => {
        const room = labels.reduce((sum, label) => sum + label.height, 0);
        const bottom = Math.max(300, room);
        const places = spread(labels, 0, bottom).map((y, index) => ({
          y,
          height: labels[index]?.height ?? 0,
        }));
        places.sort((a, b) => a.y - b.y);
        places.forEach((place, index) => {
          expect(place.y - place.height / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(place.y + place.height / 2).toBeLessThanOrEqual(bottom + 1e-6);
          const above = places[index - 1];
          if (above)
            expect(place.y - above.y).toBeGreaterThanOrEqual((place.height + above.height) / 2 - 1e-6);
        });
      }),
    );
  });

  test("leaves labels where they wish to be if they may", () => {
    expect(
      spread(
        [
          { y: 100, height: 15 },
          { y: 20, height: 15 },
        ],
        0,
        300,
      ),
    ).toEqual([100, 20]);
  });
});

describe("classBreaks(values)", () => {
  test("gives at most five classes, none of them empty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const breaks = classBreaks(values);
          expect(breaks.length).toBeLessThanOrEqual(4);
          expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
          for (const value of values) expect(classOf(value, breaks)).toBeLessThanOrEqual(breaks.length);
        },
      ),
    );
  });
});
