import * as bar from "@yeelen/charts/bar";
import * as dot from "@yeelen/charts/dot";
import * as flow from "@yeelen/charts/flow";
import * as flowMap from "@yeelen/charts/flow-map";
import * as line from "@yeelen/charts/line";
import * as map from "@yeelen/charts/map";
import * as matrix from "@yeelen/charts/matrix";
import * as comparison from "@yeelen/charts/matrix/comparison";
import * as multiples from "@yeelen/charts/multiples";
import * as stack from "@yeelen/charts/stack";
import * as stat from "@yeelen/charts/stat";
import * as timeline from "@yeelen/charts/timeline";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { ChartOptions, Figure, SvgElement } from "@yeelen/charts";
import { barCases } from "./bar.ts";
import type { ChartCase } from "./case.ts";
import { comparisonCases } from "./comparison.ts";
import { dotCases } from "./dot.ts";
import { extremeCases } from "./extremes.ts";
import { flowCases, flowMapCases } from "./flow.ts";
import { lineCases } from "./line.ts";
import { mapCases } from "./map.ts";
import { matrixCases, multiplesCases } from "./matrix.ts";
import { stackCases } from "./stack.ts";
import { statCases } from "./stat.ts";
import world from "@yeelen/charts/map/world.json";
import { timelineCases } from "./timeline.ts";

/** One case of any kind, drawn at a width. */
export interface Drawn {
  readonly model: Figure;
  readonly picture: SvgElement;
  readonly figure: SvgElement;
  readonly file: string;
}

export interface AnyCase {
  readonly kind: string;
  readonly name: string;
  readonly draw: (options: ChartOptions) => Drawn;
}

/** The functions of one kind of chart. */
interface Kind<Model extends Figure> {
  tree(model: Model): SvgElement;
  figureTree(model: Model): SvgElement;
  standaloneSvg(model: Model): string;
}

/** Every case of every kind. */
export const allCases: readonly AnyCase[] = [
  ...casesOf("line", [...lineCases, ...extremeCases], line.lineModel, { ...line, tree: line.lineTree }),
  ...casesOf("bar", [...barCases, ...extremeCases], bar.barModel, { ...bar, tree: bar.barTree }),
  ...casesOf("dot", [...dotCases, ...extremeCases], dot.dotModel, { ...dot, tree: dot.dotTree }),
  ...casesOf("stack", stackCases, stack.stackModel, { ...stack, tree: stack.stackTree }),
  ...casesOf("stat", statCases, stat.statModel, { ...stat, tree: stat.statTree }),
  ...casesOf("matrix", [...matrixCases, ...extremeCases], matrix.matrixModel, {
    ...matrix,
    tree: matrix.matrixTree,
  }),
  ...casesOf("multiples", [...multiplesCases, ...extremeCases], multiples.multiplesModel, {
    ...multiples,
    tree: multiples.multiplesTree,
  }),
  ...casesOf("flow", flowCases, flow.flowModel, { ...flow, tree: flow.flowTree }),
  ...casesOf(
    "flow-map",
    flowMapCases,
    (answer, about, options) => flowMap.flowMapModel(answer, about, options as flowMap.FlowMapOptions),
    { ...flowMap, tree: flowMap.flowMapTree },
  ),
  ...casesOf(
    "map",
    [...mapCases, ...extremeCases.map((one) => ({ ...one, options: { ...one.options, geometry: world } }))],
    (answer, about, options) => map.mapModel(answer, about, options as map.MapOptions),
    {
      ...map,
      tree: map.mapTree,
    },
  ),
  ...comparisonCases.map(({ name, comparison: compared, options }) => ({
    kind: "matrix",
    name,
    draw: (more: comparison.ComparisonOptions) =>
      drawn(comparison.comparisonModel(compared, { ...options, ...more }), {
        ...comparison,
        tree: comparison.comparisonTree,
      }),
  })),
  ...timelineCases.map(({ name, events, about, options }) => ({
    kind: "timeline",
    name,
    draw: (more: ChartOptions) =>
      drawn(timeline.timelineModel(events, about, { ...options, ...more }), {
        ...timeline,
        tree: timeline.timelineTree,
      }),
  })),
];

function casesOf<Model extends Figure, Options extends ChartOptions>(
  kind: string,
  cases: readonly ChartCase<Options>[],
  model: (answer: Answer, about: About, options: ChartOptions) => Model,
  functions: Kind<NoInfer<Model>>,
): AnyCase[] {
  return cases.map(({ name, answer, about, options }) => ({
    kind,
    name,
    draw: (more) => drawn(model(answer, about, { ...options, ...more }), functions),
  }));
}

function drawn<Model extends Figure>(model: Model, { tree, figureTree, standaloneSvg }: Kind<Model>): Drawn {
  return { model, picture: tree(model), figure: figureTree(model), file: standaloneSvg(model) };
}
