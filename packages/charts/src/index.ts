import * as bar from "./bar/index.ts";
import * as dot from "./dot/index.ts";
import { embed as embedFigure, type EmbedOptions } from "./embed/embed-code.ts";
import * as flow from "./flow/index.ts";
import * as line from "./line/index.ts";
import * as map from "./map/index.ts";
import * as matrix from "./matrix/index.ts";
import * as multiples from "./multiples/index.ts";
import type { SvgElement } from "./node/svg-node.ts";
import * as stack from "./stack/index.ts";
import * as stat from "./stat/index.ts";
import * as table from "./table/index.ts";
import * as timeline from "./timeline/index.ts";

export * from "./core.ts";
export { linePicture, type LineOptions, type LinePicture } from "./line/line-picture.ts";
export { lineModel, type LineModel } from "./line/line-model.ts";
export { lineTree } from "./line/line-tree.ts";
export { barModel, type BarModel } from "./bar/bar-model.ts";
export { barTree } from "./bar/bar-tree.ts";
export { dotModel, type DotModel } from "./dot/dot-model.ts";
export { dotTree } from "./dot/dot-tree.ts";
export { flowModel, type FlowModel } from "./flow/flow-model.ts";
export type { FlowOptions } from "./flow/flows.ts";
export { flowTree } from "./flow/flow-tree.ts";
export { mapModel, type MapModel, type MapOptions } from "./map/map-model.ts";
export type { Geometry } from "./map/geometry.ts";
export { mapTree } from "./map/map-tree.ts";
export { matrixModel, type MatrixModel } from "./matrix/matrix-model.ts";
export { matrixTree } from "./matrix/matrix-tree.ts";
export { multiplesModel, type MultiplesModel } from "./multiples/multiples-model.ts";
export { multiplesTree } from "./multiples/multiples-tree.ts";
export { stackModel, type StackModel } from "./stack/stack-model.ts";
export { stackTree } from "./stack/stack-tree.ts";
export { statModel, type StatModel } from "./stat/stat-model.ts";
export { statTree } from "./stat/stat-tree.ts";
export { tableModel, type TableModel } from "./table/table-model.ts";
export { timelineModel, type TimelineEvent, type TimelineModel } from "./timeline/timeline-model.ts";
export { timelineTree } from "./timeline/timeline-tree.ts";

/** A model of any kind. Pages that draw one kind import it from its own entry, `@yeelen/charts/line`. */
export type ChartModel =
  | bar.BarModel
  | dot.DotModel
  | flow.FlowModel
  | line.LineModel
  | map.MapModel
  | matrix.MatrixModel
  | multiples.MultiplesModel
  | stack.StackModel
  | stat.StatModel
  | table.TableModel
  | timeline.TimelineModel;

/** The complete figure of any chart. */
export function figureTree(model: ChartModel): SvgElement {
  switch (model.kind) {
    case "bar":
      return bar.figureTree(model);
    case "dot":
      return dot.figureTree(model);
    case "flow":
      return flow.figureTree(model);
    case "line":
      return line.figureTree(model);
    case "map":
      return map.figureTree(model);
    case "matrix":
      return matrix.figureTree(model);
    case "multiples":
      return multiples.figureTree(model);
    case "stack":
      return stack.figureTree(model);
    case "stat":
      return stat.figureTree(model);
    case "table":
      return table.figureTree(model);
    case "timeline":
      return timeline.figureTree(model);
  }
}

/** The text of an SVG file of any chart that is a picture: all but the table. */
export function standaloneSvg(model: Exclude<ChartModel, table.TableModel>): string {
  switch (model.kind) {
    case "bar":
      return bar.standaloneSvg(model);
    case "dot":
      return dot.standaloneSvg(model);
    case "flow":
      return flow.standaloneSvg(model);
    case "line":
      return line.standaloneSvg(model);
    case "map":
      return map.standaloneSvg(model);
    case "matrix":
      return matrix.standaloneSvg(model);
    case "multiples":
      return multiples.standaloneSvg(model);
    case "stack":
      return stack.standaloneSvg(model);
    case "stat":
      return stat.standaloneSvg(model);
    case "timeline":
      return timeline.standaloneSvg(model);
  }
}

/** The partner's lines for any chart. */
export function embedCode(model: ChartModel, options: EmbedOptions): string {
  return embedFigure(model.kind, figureTree(model), options);
}
export { frameCode, type FrameOptions } from "./embed/frame-code.ts";
export { imageCode, type ImageOptions } from "./embed/image-code.ts";
export { oembedLink, type Oembed } from "./embed/oembed.ts";
export { policyLines } from "./embed/policy-lines.ts";
