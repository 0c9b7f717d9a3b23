import { areaGroups, areas } from "@yeelen/dataset";
import { expect, test } from "vitest";

test("areas holds the thirteen programme countries and their neighbour, each with a code of its own", () => {
  expect(areas).toHaveLength(14);
  expect(areas.filter((area) => area.programme)).toHaveLength(13);
  expect(new Set(areas.map((area) => area.code)).size).toBe(14);
  expect(areas.every((area) => /^\d{3}$/.test(area.m49))).toBe(true);
});

test("areaGroups puts every area into all and into exactly one region", () => {
  const codes = areas.map((area) => area.code);
  expect(areaGroups["all"]).toEqual([...codes].sort());
  const regions = Object.keys(areaGroups).filter((group) => group.startsWith("region:"));
  expect(regions.flatMap((region) => areaGroups[region] ?? []).sort()).toEqual([...codes].sort());
});
