import type { Attributes, SvgElement, SvgNode } from "@yeelen/charts";

type Paint = string | CanvasPattern;

interface Scene {
  readonly context: CanvasRenderingContext2D;
  /** Elements with an id, for `url(#…)`. */
  readonly named: ReadonlyMap<string, SvgElement>;
  readonly family: string;
  /** Canvas pixels a pixel of the picture. */
  readonly scale: number;
}

/**
 * Paints the tree of a chart's file on a canvas: the shapes, text, clips and patterns that charts are made of. No image is
 * loaded, so that the strictest `img-src` of a host allows it.
 */
export function paintTree(tree: SvgElement, canvas: HTMLCanvasElement, scale: number): void {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("png: this browser paints no canvas");
  const [, attributes] = tree;
  canvas.width = Number(attributes["width"]) * scale;
  canvas.height = Number(attributes["height"]) * scale;
  context.scale(scale, scale);
  const named = new Map<string, SvgElement>();
  collect(tree, named);
  const scene = { context, named, family: String(attributes["font-family"] ?? "sans-serif"), scale };
  for (const child of tree[2] ?? []) paintNode(child, scene);
}

function collect(node: SvgNode, named: Map<string, SvgElement>): void {
  if (typeof node === "string") return;
  const { id } = node[1];
  if (typeof id === "string") named.set(id, node);
  for (const child of node[2] ?? []) collect(child, named);
}

function paintNode(node: SvgNode, scene: Scene): void {
  if (typeof node === "string") return;
  const [tag, attributes, children = []] = node;
  const { context } = scene;
  if (tag === "g") {
    context.save();
    const clip = scene.named.get(reference(attributes["clip-path"]) ?? "");
    const outline = clip?.[2]?.map((child) => (typeof child === "string" ? null : shapeOf(child)))[0];
    if (outline) context.clip(outline);
    for (const [, name = "", list = ""] of String(attributes["transform"] ?? "").matchAll(
      /(\w+)\(([^)]*)\)/g,
    )) {
      const [x = 0, y = name === "scale" ? x : 0] = list.split(/[\s,]+/).map(Number);
      if (name === "scale") context.scale(x, y);
      else context.translate(x, y);
    }
    for (const child of children) paintNode(child, scene);
    context.restore();
  } else if (tag === "text") paintText(attributes, children, scene);
  else {
    const shape = shapeOf(node);
    if (shape) paintShape(shape, attributes, scene);
  }
}

function shapeOf([tag, attributes]: SvgElement): Path2D | null {
  const number = (name: string) => Number(attributes[name] ?? 0);
  const path = new Path2D(tag === "path" ? String(attributes["d"] ?? "") : "");
  if (tag === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
  else if (tag === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  else if (tag === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  } else if (tag !== "path") return null;
  return path;
}

function paintShape(shape: Path2D, attributes: Attributes, scene: Scene): void {
  const { context } = scene;
  const fill = paintOf(attributes["fill"] ?? "#000", scene);
  const stroke = paintOf(attributes["stroke"], scene);
  if (fill) {
    context.fillStyle = fill;
    context.fill(shape);
  }
  if (!stroke) return;
  const { a } = context.getTransform();
  const still = attributes["vector-effect"] === "non-scaling-stroke";
  const unit = still ? scene.scale : a;
  context.save();
  context.strokeStyle = stroke;
  context.globalAlpha = Number(attributes["stroke-opacity"] ?? 1);
  context.lineWidth = (Number(attributes["stroke-width"] ?? 1) * unit) / a;
  context.lineJoin = attributes["stroke-linejoin"] === "round" ? "round" : "miter";
  const dashes = String(attributes["stroke-dasharray"] ?? "").match(/[\d.]+/g) ?? [];
  context.setLineDash(dashes.map((dash) => (Number(dash) * unit) / a));
  context.stroke(shape);
  context.restore();
}

function paintText(attributes: Attributes, children: readonly SvgNode[], scene: Scene): void {
  const { context, family } = scene;
  const text = children.filter((child) => typeof child === "string").join("");
  const place = [Number(attributes["x"] ?? 0), Number(attributes["y"] ?? 0)] as const;
  context.font = `${attributes["font-weight"] || 400} ${attributes["font-size"] ?? 13}px ${family}`;
  context.direction = attributes["direction"] === "rtl" ? "rtl" : "ltr";
  context.textAlign =
    attributes["text-anchor"] === "middle" ? "center" : ((attributes["text-anchor"] || "start") as "start");
  const fill = paintOf(attributes["fill"] ?? "#000", scene);
  const stroke = paintOf(attributes["stroke"], scene);
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = Number(attributes["stroke-width"] ?? 1);
    context.lineJoin = "round";
    context.strokeText(text, ...place);
  }
  if (fill) {
    context.fillStyle = fill;
    context.fillText(text, ...place);
  }
}

function paintOf(value: Attributes[string], scene: Scene): Paint | null {
  if (value === undefined || value === false || value === "none") return null;
  const pattern = scene.named.get(reference(value) ?? "");
  return pattern ? patternOf(pattern, scene) : String(value);
}

function patternOf([, attributes, children = []]: SvgElement, scene: Scene): Paint {
  const tile = scene.context.canvas.ownerDocument.createElement("canvas");
  tile.width = Number(attributes["width"]);
  tile.height = Number(attributes["height"]);
  const context = tile.getContext("2d");
  if (!context) return "#0000";
  for (const child of children) paintNode(child, { ...scene, context });
  return scene.context.createPattern(tile, "repeat") ?? "#0000";
}

function reference(value: Attributes[string]): string | undefined {
  return /^url\(#(.+)\)$/.exec(String(value ?? ""))?.[1];
}
