import type { ChartOptions, Figure, Picture, SvgElement } from "@yeelen/charts";
import type { About } from "@yeelen/dataset/plain";

/** What every kind of data says of itself. */
export interface Published {
  readonly dataset: string;
  readonly release: string;
  readonly about: About;
  /** `<dataset>/<release>` of each release, separated by spaces, where there are several. */
  readonly releases?: string;
  /** What stands beside the first, where there are several. */
  readonly others?: readonly Published[];
}

/** A picture laid out, and its tree. */
export interface Drawn {
  readonly picture: Picture;
  readonly node: SvgElement;
}

/** A figure in words, its tree with picture and table, and the picture as a file of its own. */
export interface CompleteFigure {
  readonly model: Figure;
  readonly node: SvgElement;
  /** The file's tree, or null where there is no picture. */
  readonly file: SvgElement | null;
}

/** The room for a picture, and how wide the static one in it was laid out; CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly still: number;
}

type PictureOptions = ChartOptions & Box & Pick<Picture, "id" | "title">;

/** How one kind of chart is drawn; pure functions of `@yeelen/charts`. */
export interface ChartKind<Answered, Complete> {
  /** The picture alone; without it the figure is a table, and stays as it is. */
  picture?(answer: Answered, about: About, options: PictureOptions): Drawn;
  /** The picture's words too, for an element that holds no static figure. Loaded only then, or for readers' tools. */
  figure(): Promise<(answer: Complete, about: About, options: ChartOptions) => CompleteFigure>;
}
