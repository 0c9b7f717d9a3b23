import fc from "fast-check";
import { expect, test } from "vitest";
import {
  filterFromAddress,
  filterToAddress,
  slug,
} from "../../../packages/dashboard/src/lib/events/address.ts";
import { cubeOf, type CountRow } from "../../../packages/dashboard/src/lib/events/cube.ts";
import { everything, filtered, filteredRows } from "../../../packages/dashboard/src/lib/events/filter.ts";
import { selectionSql } from "../../../packages/dashboard/src/lib/events/selection-sql.ts";
import { fillOf, shadesOf } from "../../../packages/dashboard/src/lib/maps/shades.ts";

const areas = ["", "DZA", "LBY", "NER"];
const routes = ["Sahara Desert", "Iran to Türkiye", "Several"];
const causes = ["Drowning", "Violence"];

const rows = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 2014, max: 2020 }),
      fc.constantFrom(...areas),
      fc.constantFrom(...routes),
      fc.constantFrom(...causes),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 500 }),
    ),
    { minLength: 1, maxLength: 80, selector: (row) => row.slice(0, 4).join() },
  )
  .map((all): CountRow[] => all);

const choice = fc.record({
  first: fc.integer({ min: 2014, max: 2020 }),
  last: fc.integer({ min: 2014, max: 2020 }),
  area: fc.subarray(areas),
  route: fc.subarray(routes),
  cause: fc.subarray(causes),
});

test("filtered(cube, filter) counts what a plain loop over the rows counts, each facet under the others' choices", () => {
  fc.assert(
    fc.property(rows, choice, (all, filter) => {
      const cube = cubeOf(all);
      const { total, by, cross } = filtered(cube, filter);
      const allows = [
        (row: CountRow) => row[0] >= filter.first && row[0] <= filter.last,
        (row: CountRow) => filter.area.length === 0 || filter.area.includes(row[1]),
        (row: CountRow) => filter.route.length === 0 || filter.route.includes(row[2]),
        (row: CountRow) => filter.cause.length === 0 || filter.cause.includes(row[3]),
      ];
      const sum = (some: readonly CountRow[]) => ({
        incidents: some.reduce((count, row) => count + row[4], 0),
        people: some.reduce((count, row) => count + row[5], 0),
      });
      const left = all.filter((row) => allows.every((allow) => allow(row)));
      expect(total).toEqual(sum(left));
      for (const [place, facet] of (["year", "area", "route", "cause"] as const).entries())
        for (const [index, code] of cube.codes[facet].entries())
          expect(by[facet][index]).toEqual(
            sum(
              all.filter(
                (row) =>
                  String(row[place]) === code &&
                  allows.every((allow, other) => other === place || allow(row)),
              ),
            ),
          );
      expect(cross.flat().reduce((count, { people }) => count + people, 0)).toBe(total.people);
      expect(filteredRows(cube, filter).reduce((count, { incidents }) => count + incidents, 0)).toBe(
        total.incidents,
      );
    }),
  );
});

test("cubeOf(rows) is the same whatever the order of the rows", () => {
  fc.assert(
    fc.property(rows, (all) => {
      expect(cubeOf([...all].reverse())).toEqual(cubeOf(all));
    }),
  );
});

test("filterToAddress(filter) and filterFromAddress(address) are each other's inverse", () => {
  const cube = cubeOf(
    areas.flatMap((area) =>
      routes.flatMap((route) =>
        causes.flatMap((cause) => [2014, 2020].map((year): CountRow => [year, area, route, cause, 1, 1])),
      ),
    ),
  );
  fc.assert(
    fc.property(choice, ({ first, last, ...rest }) => {
      const filter = { ...rest, first: Math.min(first, last), last: Math.max(first, last) };
      const { choice: found, misread } = filterFromAddress(filterToAddress(filter, cube), cube);
      expect(misread).toEqual([]);
      expect(found).toEqual({
        ...filter,
        route: cube.codes.route.filter((code) => filter.route.includes(code)),
      });
    }),
  );
  expect(filterToAddress(everything(cube), cube)).toBe("");
  const read = filterFromAddress("?years=1800..2016&route=nowhere+several&cause=x&fbclid=y", cube);
  expect(read.choice).toEqual({ ...everything(cube), last: 2016, route: ["Several"] });
  expect(read.misread.map((text) => text.split(";")[0])).toEqual([
    'not allowed in route: "nowhere"',
    'not allowed in cause: "x"',
  ]);
  expect(filterFromAddress("?years=1700..1800&area=LBY", cube)).toMatchObject({
    choice: { first: 2014, last: 2020, area: ["LBY"] },
    misread: ['not allowed in years: "1700..1800"; allowed: <first>..<last> from 2014 to 2020'],
  });
});

test("slug(code) is plain letters", () => {
  expect(slug("Iran to Türkiye")).toBe("iran-to-turkiye");
});

test("selectionSql(filter, cube) asks for the chosen incidents, those without a country too", () => {
  const cube = cubeOf([
    [2014, "", "Sahara Desert", "Drowning", 1, 1],
    [2016, "LBY", "Sahara Desert", "Drowning", 1, 1],
  ]);
  const sql = selectionSql(
    { first: 2015, last: 2016, area: ["", "LBY"], route: [], cause: ["Drowning"] },
    cube,
  );
  expect(sql).toContain(
    "WHERE CAST(period AS INTEGER) BETWEEN 2015 AND 2016\n  AND cause IN ('Drowning')\n  AND (area IN ('LBY') OR area IS NULL)",
  );
});

test("fillOf(value, shades) leaves paper where nothing is recorded", () => {
  const shades = shadesOf([0, 4, 250]);
  expect(shades).toEqual([
    { low: 1, high: 9, step: 1 },
    { low: 10, high: 99, step: 2 },
    { low: 100, high: null, step: 3 },
  ]);
  expect([0, 4, 250].map((value) => fillOf(value, shades))).toEqual([
    "yeelen-fill-paper",
    "yeelen-fill-ramp-1",
    "yeelen-fill-ramp-3",
  ]);
});
