import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Color,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";
import { dark, light, palette, ramps } from "../../packages/charts/src/styles/colours.ts";

function rgb(colour: string): Color {
  const parsed = parse(colour);
  if (!parsed) throw new Error(`not a colour: ${colour}`);
  return parsed;
}

const papers = [light, dark];
const sights = {
  "every cone": rgb,
  protanopia: (colour: string) => filterDeficiencyProt(1)(rgb(colour)),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(rgb(colour)),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(rgb(colour)),
};

describe("colours", () => {
  test("text is at least 4.5:1 on its paper", () => {
    for (const paper of papers)
      for (const role of ["ink", "quiet", "accent", "link"] as const)
        expect(wcagContrast(paper[role], paper.paper), role).toBeGreaterThanOrEqual(4.5);
  });

  test("lines are at least 3:1 on their paper", () => {
    for (const paper of papers)
      for (const role of ["rest", "accent"] as const)
        expect(wcagContrast(paper[role], paper.paper), role).toBeGreaterThanOrEqual(3);
  });

  test("each of the eight is at least 3:1 on both papers", () => {
    expect(palette).toHaveLength(8);
    for (const colour of palette)
      for (const { paper } of papers) expect(wcagContrast(colour, paper), colour).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(sights))("the eight are apart for %s", (_, see) => {
    const difference = differenceCiede2000();
    for (const [index, one] of palette.entries())
      for (const other of palette.slice(0, index)) {
        const [a, b] = [see(one), see(other)];
        expect(difference(a, b), `${one} ${other}`).toBeGreaterThanOrEqual(12);
      }
  });

  test("ramps go evenly from little to much", () => {
    for (const ramp of [ramps.light, ramps.dark]) {
      const lightness = ramp.map((colour) => wcagContrast(colour, "#000000"));
      const steps = lightness.slice(1).map((value, index) => value - (lightness[index] ?? 0));
      expect(new Set(steps.map(Math.sign)).size).toBe(1);
    }
  });
});
