import { barModel, barTree } from "@yeelen/charts/bar";
import { dotModel, dotTree } from "@yeelen/charts/dot";
import { flowModel, flowTree } from "@yeelen/charts/flow";
import { lineModel, lineTree } from "@yeelen/charts/line";
import { mapModel, mapTree } from "@yeelen/charts/map";
import world from "@yeelen/charts/map/world.json";
import { matrixModel, matrixTree } from "@yeelen/charts/matrix";
import { multiplesModel, multiplesTree } from "@yeelen/charts/multiples";
import { stackModel, stackTree } from "@yeelen/charts/stack";
import { statModel, statTree } from "@yeelen/charts/stat";
import type { ChartOptions, Figure, SvgNode } from "@yeelen/charts";
import type { Answer } from "@yeelen/dataset/plain";
import { describe, expect, test } from "vitest";
import { answerOf } from "../../stories/cases/case.ts";
import { detected } from "../../stories/cases/detected.ts";
import { languages } from "./languages.ts";

const period: [number, number] = [2018, 2022];
const byArea = answerOf(
  { indicator: "victims-detected", areas: ["MLI", "SEN", "ZAF", "UKR"], period },
  { MLI: "13 . < 77 .", SEN: ". < < . .", ZAF: "96 . < 21 <", UKR: "x 262 152 163 x" },
  detected,
);
const byAge = answerOf(
  { indicator: "victims-detected", areas: ["NER"], period, by: ["age"] },
  { "NER.GE18": "52 < 40 42 .", "NER.LT18": "8 18 < < .", "NER.U": "0 < 3 x ." },
  detected,
);
const byCounterpart = answerOf(
  { indicator: "victims-by-citizenship", areas: ["ZAF"], period: [2021, 2021], by: ["counterpart"] },
  { "ZAF.MLI": "21", "ZAF.NER": "<", "ZAF.SEN": "x", "ZAF.UKR": "7" },
  detected,
);

const kinds: Readonly<
  Record<string, { answer: Answer; draw(answer: Answer, options: ChartOptions): readonly [Figure, SvgNode] }>
> = {
  line: { answer: byArea, draw: drawer(lineModel, lineTree) },
  bar: { answer: byArea, draw: drawer(barModel, barTree) },
  dot: { answer: byArea, draw: drawer(dotModel, dotTree) },
  matrix: { answer: byArea, draw: drawer(matrixModel, matrixTree) },
  multiples: { answer: byArea, draw: drawer(multiplesModel, multiplesTree) },
  stat: { answer: byArea, draw: drawer(statModel, statTree) },
  stack: { answer: byAge, draw: drawer(stackModel, stackTree) },
  "lines of parts": { answer: byAge, draw: drawer(lineModel, lineTree) },
  flow: { answer: byCounterpart, draw: drawer(flowModel, flowTree) },
  map: {
    answer: byArea,
    draw: drawer(
      (answer, about, options) => mapModel(answer, about, { ...options, geometry: world }),
      mapTree,
    ),
  },
};

function drawer<M extends Figure>(
  model: (answer: Answer, about: typeof detected, options: ChartOptions) => M,
  tree: (model: M) => SvgNode,
) {
  return (answer: Answer, options: ChartOptions) => {
    const made = model(answer, detected, { width: 480, id: "one", ...options });
    return [made, tree(made)] as const;
  };
}

/** The same question where what is hidden may be anything from 0 to 8. */
function wider(answer: Answer): Answer {
  const rows = answer.rows.map((row) => (row.absence === "suppressed" ? { ...row, low: 0, high: 8 } : row));
  return { ...answer, rows };
}

/** A picture without its words: every mark, its place, its size and its colour. */
function marks(node: SvgNode): unknown {
  if (typeof node === "string") return "";
  const [tag, attributes, children = []] = node;
  return [tag, attributes, children.map(marks)];
}

describe.each(Object.entries(kinds))("%s", (_, { answer, draw }) => {
  test("draws what is hidden at one size, whatever it may stand for", () => {
    const [, picture] = draw(answer, {});
    const [, other] = draw(wider(answer), {});
    expect(marks(other)).toEqual(marks(picture));
  });

  test("places no point of a hidden or contradictory figure by a value", () => {
    const [{ points }] = draw(answer, {});
    const [{ points: others }] = draw(wider(answer), {});
    for (const { absence, value } of points) if (absence) expect(value).toBeNull();
    expect(others.map(({ x, y }) => [x, y])).toEqual(points.map(({ x, y }) => [x, y]));
  });

  test.each(languages.map(([tag, messages]) => [tag, messages] as const))(
    "in %s: tells no number but those of the answer, its bounds, its years and its scale",
    (_tag, messages) => {
      const [model] = draw(answer, { messages });
      const number = (text: string) => Number(text.replace(/[^\d]/g, ""));
      const told = [
        model.description,
        ...model.points.map(({ text }) => text),
        ...model.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      ].flatMap((text) => text.match(/\d[\d.,\u00a0\u202f]*\d|\d/g) ?? []);
      const allowed = new Set([
        ...answer.rows.flatMap(({ value, period: year }) => [value ?? 5, year]),
        5,
        18,
        // how many years have a figure
        ...[0, 1, 2, 3],
        ...model.notes.flatMap((note) => note.match(/\d+/g) ?? []).map(Number),
      ]);
      for (const one of told) expect(allowed, `${one} in ${model.description}`).toContain(number(one));
    },
  );
});

test("stackModel(answer) opens the top of every stack of which a part is not known, and of no other", () => {
  const { open, parts } = stackModel(byAge, detected);
  const columns = (list: readonly { readonly x: number }[]) => [...new Set(list.map(({ x }) => x))];
  expect(columns(parts)).toHaveLength(4);
  expect(columns(open)).toEqual(columns(parts).slice(1));
});

test("lineModel(answer) claims no highest figure that a hidden one may exceed", () => {
  const said = (figures: string) =>
    lineModel(
      answerOf({ indicator: "victims-detected", areas: ["MLI"], period }, { MLI: figures }, detected),
      detected,
    ).description;
  expect(said("1 2 3 < 2")).not.toMatch(/Highest|Lowest/);
  expect(said("1 2 9 < 2")).toMatch(/Highest: 9 in 2020/);
  expect(said("1 2 9 8 2")).toMatch(/Highest: 9 in 2020. Lowest: 1 in 2018/);
});

test("lineModel(answer) names the year since which its highest figure holds, where counting changed", () => {
  const answer = answerOf(
    { indicator: "victims-detected", areas: ["BRA"], period: [2015, 2020] },
    { BRA: "1228 1054 35 101 66 19" },
    detected,
  );
  expect(lineModel(answer, detected).description).toContain("Highest since 2017: 101 in 2018.");
});

test("barModel(answer) tells what is hidden from what was never reported, with its year", () => {
  const { bars, description } = barModel(byArea, detected);
  expect(bars.find(({ key }) => key === "SEN")).toMatchObject({ sign: "hatch", text: "fewer than 5 (2020)" });
  expect(description).toContain("Fewer than 5: Senegal (2020).");
});

test("mapModel(answer) shades a single class neither as much nor as little", () => {
  const one = answerOf(
    { indicator: "victims-detected", areas: ["MLI"], period },
    { MLI: "0 0 0 0 0" },
    detected,
  );
  const { frames, legend } = mapModel(one, detected, { geometry: world });
  expect(frames[0]?.countries[0]?.colour).toBe("ramp-3");
  expect(legend[0]).toMatchObject({ colour: "ramp-3" });
});
