import { flowMapModel, flowMapTree, type SvgNode } from "@yeelen/charts/flow-map";
import { describe, expect, test } from "vitest";
import { flowMapCases } from "../../stories/cases/flow.ts";

const widths = [320, 704, 1100] as const;

function modelOf(name: string, width: number, dir: "ltr" | "rtl" = "ltr") {
  const found = flowMapCases.find((one) => one.name === name);
  if (!found?.options) throw new Error(`no case: ${name}`);
  return flowMapModel(found.answer, found.about, { ...found.options, width, dir });
}

describe.each(widths)("flowMapModel at %i pixels", (width) => {
  test("draws no band for a withheld flow and names each beneath", () => {
    const model = modelOf("to-one-country", width);
    expect(model.arcs.map(({ flow }) => flow.from)).toEqual(["VEN"]);
    const hidden = model.beneath.filter(({ sign }) => sign === "hatch").map(({ text }) => text);
    expect(hidden).toHaveLength(4);
    for (const text of hidden) expect(text).toMatch(/ → Colombia: fewer than 5$/);
  });

  test("thickness is the figure wherever it is not the thinnest line", () => {
    const { arcs } = modelOf("within-and-unknown", width);
    const honest = arcs.filter(({ thickness }) => thickness > 1.5);
    const unit = (honest[0]?.thickness ?? 0) / (honest[0]?.flow.value ?? 1);
    for (const { flow, thickness } of honest) expect(thickness / flow.value).toBeCloseTo(unit, 8);
    for (const { flow, thickness } of arcs)
      expect(thickness).toBeGreaterThanOrEqual(flow.value * unit - 1e-9);
  });

  test("a flow within a country is a ring, one to an unknown place stands beneath at its thickness", () => {
    const { rings, beneath, arcs } = modelOf("within-and-unknown", width);
    expect(rings.map(({ flow }) => [flow.from, flow.to])).toEqual([["UKR", "UKR"]]);
    const unknown = beneath.find(({ sign }) => sign === "band");
    expect(unknown?.text).toBe("Ukraine → Unknown: 4,069");
    const russia = arcs.find(({ flow }) => flow.to === "RUS");
    expect((unknown?.thickness ?? 0) / 4069).toBeCloseTo((russia?.thickness ?? 0) / 4499, 8);
  });

  test("every flow of the table with a figure is drawn or named, and the boundary line is among the notes", () => {
    const { arcs, rings, beneath, table, notes } = modelOf("within-and-unknown", width);
    const bands = beneath.filter(({ sign }) => sign === "band");
    expect(arcs.length + rings.length + bands.length).toBe(table.rows.length);
    expect(notes.at(-1)).toMatch(/boundaries and names shown/);
  });

  test("the words of places meet neither the frame nor each other", () => {
    const { labels, view } = modelOf("within-and-unknown", width);
    expect(labels.map(({ text }) => text)).toContain("Ukraine");
    for (const { x, y } of labels) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThanOrEqual(view.height);
    }
    const lines = labels.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

test("flowMapTree does not mirror the world for scripts from right to left, only the words beneath it", () => {
  const [ltr, rtl] = [modelOf("within-and-unknown", 704), modelOf("within-and-unknown", 704, "rtl")];
  expect(rtl.arcs.map(({ start }) => start)).toEqual(ltr.arcs.map(({ start }) => start));
  const places = (node: SvgNode): number[] =>
    typeof node === "string"
      ? []
      : [
          ...(node[0] === "text" && String(node[2]?.[0]).includes("→") ? [Number(node[1]["x"])] : []),
          ...(node[2] ?? []).flatMap(places),
        ];
  for (const x of places(flowMapTree(ltr))) expect(x).toBeLessThan(100);
  for (const x of places(flowMapTree(rtl))) expect(x).toBeGreaterThan(600);
});
