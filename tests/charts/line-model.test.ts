import { lineModel, lineTree, toSvg } from "@yeelen/charts/line";
import { describe, expect, test } from "vitest";
import { answerOf } from "../../stories/cases/case.ts";
import { detected, totals } from "../../stories/cases/detected.ts";

const period: [number, number] = [2007, 2022];

function model(figures: Readonly<Record<string, string>>, options = {}, about = detected) {
  const areas = [...new Set(Object.keys(figures).map((key) => key.slice(0, 3)))];
  return lineModel(
    answerOf({ indicator: "victims-detected", areas, period }, figures, about),
    about,
    options,
  );
}

const full = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16";

describe("lineModel(answer)", () => {
  test("breaks the line at a suppressed year", () => {
    const [line] = model({ COL: full.replace("5", "<") }).panels[0]?.lines ?? [];
    expect(line?.runs.map((run) => run.length)).toEqual([4, 11]);
  });

  test("breaks the line at a year that was not reported", () => {
    const [line] = model({ MLI: totals.MLI }).panels[0]?.lines ?? [];
    expect(line?.runs.map((run) => run.length)).toEqual([3, 2, 1]);
  });

  test("breaks the line where the way of counting changed, and marks it", () => {
    const { panels, notes, description } = model({ BRA: totals.BRA });
    expect(panels[0]?.lines[0]?.runs.map((run) => run.length)).toEqual([2, 6]);
    expect(panels[0]?.breaks).toHaveLength(1);
    expect(notes.join(" ")).toContain("figures from 2017 on do not compare with earlier ones");
    expect(description).not.toContain("1,228");
  });

  test("marks a suppressed figure at one place and size, whatever its bounds", () => {
    const hidden = (low: number, high: number) => {
      const answer = answerOf(
        { indicator: "victims-detected", areas: ["COL"], period },
        { COL: full.replace("5", "<") },
        detected,
      );
      const rows = answer.rows.map((row) => (row.absence === "suppressed" ? { ...row, low, high } : row));
      return lineModel({ ...answer, rows }, detected, { id: "hidden" });
    };
    expect(toSvg(lineTree(hidden(0, 4)))).toBe(toSvg(lineTree(hidden(1, 999))));
    const [mark] = hidden(0, 4).lanes;
    expect(mark?.y).toBeGreaterThan(hidden(0, 4).panels[0]?.bottom ?? 0);
  });

  test("gives a country far out of scale an axis of its own, and says why", () => {
    const { panels, notes } = model(totals, { chosen: "MLI" });
    expect(panels.map((panel) => panel.lines.map((line) => line.key)).at(0)).toEqual(["PAK"]);
    expect(panels[1]?.lines).toHaveLength(13);
    expect(panels[1]?.ticks.at(-1)?.text).toBe("1,500");
    expect(notes[0]).toMatch(/^Pakistan is drawn on its own axis/);
  });

  test("keeps parts of one country on one axis, however far apart", () => {
    const figures = { "UKR.F": full, "UKR.M": full.replaceAll(/\d+/g, "1000") };
    const answer = answerOf(
      { indicator: "victims-detected", areas: ["UKR"], period, by: ["sex"] },
      figures,
      detected,
    );
    expect(lineModel(answer, detected).panels).toHaveLength(1);
  });

  test.each([280, 320, 640, 1200])("labels every line at %i pixels, none over another", (width) => {
    for (const { labels } of model(totals, { chosen: "MLI", width }).panels) {
      const boxes = labels
        .map(({ y, lines }) => [y - 11, y - 11 + lines.length * 15] as const)
        .sort((a, b) => a[0] - b[0]);
      boxes.forEach(([top], index) => {
        if (index > 0) expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.[1] ?? 0) - 0.5);
      });
    }
    const named = model(totals, { chosen: "MLI", width }).panels.flatMap(({ labels }) => labels);
    expect(named).toHaveLength(14);
  });

  test("draws a label that was moved with a leader to its line", () => {
    const { labels } = model(totals).panels[1] ?? { labels: [] };
    expect(labels.some(({ leader }) => leader.length === 3)).toBe(true);
  });

  test("marks every year of what was chosen, so that a line never pretends to know between two reports", () => {
    const [line] = model({ MLI: totals.MLI }).panels[0]?.lines ?? [];
    expect(line?.dots).toHaveLength(6);
  });

  test("says a figure as the answer gives it: fewer than 5, not reported, a number", () => {
    const texts = new Set(model({ SEN: totals.SEN }).points.map((point) => point.text));
    expect([...texts]).toEqual(["not reported", "fewer than 5", "7", "6", "19", "9", "10"]);
  });

  test("shortens years where there is little room", () => {
    expect(model({ COL: full }, { width: 320 }).years.map(({ text }) => text)).toContain("’22");
    expect(model({ COL: full }, { width: 640 }).years.map(({ text }) => text)).toContain("2022");
  });

  test("never names victims without saying detected", () => {
    const { description, title, subtitle } = model(totals);
    for (const [, before] of `${title}. ${subtitle}. ${description}`.matchAll(/(\w+) victims/gi))
      expect(before).toMatch(/detected|identified/i);
  });

  test("answers an empty answer with an empty frame", () => {
    const answer = { ...answerOf({ indicator: "victims-detected", areas: ["MLI"], period }, {}, detected) };
    expect(toSvg(lineTree(lineModel(answer, detected)))).toContain("No figure to draw");
  });

  test("draws a change below zero below its zero line", () => {
    const answer = answerOf(
      { indicator: "victims-detected", areas: ["COL"], period: [2018, 2020], measure: "change" },
      { COL: "-5 3 10" },
      detected,
    );
    const { panels, points } = lineModel(answer, detected);
    const zero = panels[0]?.ticks.find(({ text }) => text === "0")?.y ?? 0;
    expect(points[0]?.y).toBeGreaterThan(zero);
    expect(points[0]?.text).toBe("-5");
  });

  test("puts rank 1 on top", () => {
    const answer = answerOf(
      { indicator: "victims-detected", areas: ["COL"], period: [2018, 2020], measure: "rank" },
      { COL: "1 3 2" },
      detected,
    );
    const { points } = lineModel(answer, detected);
    expect(points[0]?.y).toBeLessThan(points[1]?.y ?? 0);
  });
});
