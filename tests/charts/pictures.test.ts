import { toSvg, type SvgNode } from "@yeelen/charts";
import { describe, expect, test } from "vitest";
import { allCases } from "../../stories/cases/all.ts";

const widths = [280, 320, 480, 640, 1200, 1600];

interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function elements(
  node: SvgNode,
): (readonly [string, Readonly<Record<string, unknown>>, readonly SvgNode[]])[] {
  if (typeof node === "string") return [];
  const [tag, attributes, children = []] = node;
  return [[tag, attributes, children], ...children.flatMap(elements)];
}

function textsOf(picture: SvgNode): Text[] {
  return elements(picture)
    .filter(([tag, attributes]) => tag === "text" && attributes["aria-hidden"] !== "true")
    .map(([, attributes, children]) => ({
      text: String(children[0]),
      x: Number(attributes["x"]),
      y: Number(attributes["y"]),
      size: Number(attributes["font-size"] ?? 13),
    }));
}

describe.each(allCases.map((one) => [`${one.kind}/${one.name}`, one] as const))("%s", (_, { draw }) => {
  test.each(widths)(
    "at %i pixels: no number is lost, no text is small, nothing leaves the picture",
    (width) => {
      const { model, picture } = draw({ width });
      for (const [, attributes] of elements(picture))
        for (const value of Object.values(attributes).filter((each) => each !== undefined))
          expect(String(value)).not.toMatch(/NaN|Infinity|undefined/);
      for (const { text, x, y, size } of textsOf(picture)) {
        expect(size, text).toBeGreaterThanOrEqual(12);
        expect(x, text).toBeGreaterThanOrEqual(-1);
        expect(x, text).toBeLessThanOrEqual(width + 1);
        expect(y, text).toBeGreaterThanOrEqual(0);
        expect(y, text).toBeLessThanOrEqual(model.height + 1);
      }
      for (const { x, y } of model.points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeLessThanOrEqual(model.height);
      }
    },
  );

  test("needs no style: no style element, no style attribute, every mark coloured by itself", () => {
    const { figure, picture } = draw({ width: 480 });
    for (const [tag, attributes] of elements(figure)) {
      expect(tag).not.toMatch(/^(style|script|foreignObject)$/);
      expect(Object.keys(attributes)).not.toContain("style");
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on/i);
    }
    for (const [tag, attributes] of elements(picture))
      if (tag === "text" || tag === "rect" || tag === "circle")
        expect(attributes["fill"] ?? attributes["stroke"] ?? "none").toMatch(/^(#|none)|url/);
  });

  test("what the picture says of a figure, its table says too", () => {
    const { model } = draw({ width: 480 });
    const cells = model.table.rows.flatMap((row) => [row.name, ...row.cells.map((cell) => cell.text)]);
    for (const { text, value } of model.points) if (value !== null) expect(cells).toContain(text);
  });

  test("every figure in its description, but for what it repeats of its notes, stands in its table", () => {
    const { model } = draw({ width: 480 });
    if (model.id.includes("timeline") || model.id.includes("matrix")) return;
    const words = [
      model.title,
      model.subtitle,
      ...model.table.columns,
      ...model.table.rows.flatMap((row) => [row.name, ...row.cells.map((cell) => cell.text)]),
    ];
    const known = new Set(words.flatMap((text) => text.match(/[\d٠-٩][\d٠-٩.,٬٫]*/g) ?? []).map(plain));
    const told = model.notes.reduce((text, note) => text.replace(note, ""), model.description);
    for (const number of told.match(/[\d٠-٩][\d٠-٩.,٬٫]*/g) ?? []) expect(known).toContain(plain(number));
  });

  test("is the same each time, and is plain data", () => {
    const { model, file } = draw({ width: 480 });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(draw({ width: 480 }).file).toBe(file);
  });

  test("its markup is well formed and holds no markup of its data", () => {
    const markup = toSvg(draw({ width: 480 }).figure);
    expect(markup).not.toMatch(/<(script|img|style)\b/);
    expect(markup).not.toMatch(/javascript:/);
  });
});

function plain(number: string): string {
  return number.replace(/[.,٬٫]+$/, "");
}
