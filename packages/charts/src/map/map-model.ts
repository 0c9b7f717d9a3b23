import type { About, Answer } from "@yeelen/dataset/plain";
import { describeLatest } from "../describe/describe-latest.ts";
import type { ChartOptions, Figure, LegendEntry } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { notesOf } from "../figure/notes.ts";
import type { Colour } from "../figure/paint.ts";
import { signOf } from "../figure/signs.ts";
import { latestOf } from "../series/latest.ts";
import { pointOf } from "../series/point.ts";
import { seriesOf } from "../series/series.ts";
import { latestTable } from "../table/latest-table.ts";
import { formatValue } from "../text/figures.ts";
import { textWidth } from "../text/measure.ts";
import { classBreaks, classOf } from "./classes.ts";
import { framesOf, WIDTH } from "./frames.ts";
import { isInView, type Geometry, type MapView } from "./geometry.ts";

/** Countries shaded by class, in the world around them. What is missing bears its sign, never a shade. */
export interface MapModel extends Figure {
  readonly kind: "map";
  readonly frames: readonly MapFrame[];
}

export interface MapFrame extends MapView {
  /** Outlines, on the grid, of the other countries that come into view. */
  readonly land: string;
  readonly countries: readonly MapCountry[];
  /** Names beside the countries, where they do not collide. */
  readonly names: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly strong: boolean;
  }[];
}

export interface MapCountry {
  readonly code: string;
  readonly d: string;
  /** Null where there is no value to shade by. */
  readonly colour: Colour | null;
  readonly sign: "hatch" | "cross" | "gap" | null;
  readonly strong: boolean;
}

export interface MapOptions extends ChartOptions {
  /** Outlines, loaded apart from the script: `@yeelen/charts/map/world.json`. */
  readonly geometry: Geometry;
}

/**
 * Lays out the newest figure of each country. Where there is little room, each region has a frame of its own. A map that is
 * told its height as well as a desk's width fills both, with more of the world around the countries.
 */
export function mapModel(answer: Answer, about: About, options: MapOptions): MapModel {
  const context = wordsOf(answer, about, options);
  const { voice, measure, tell } = context;
  const head = headOf(context, "map");
  const { geometry, width = WIDTH, chosen } = options;
  const items = latestOf(seriesOf(context)).filter(({ series }) => geometry.areas[series.area]);
  const breaks = classBreaks(items.flatMap(({ cell }) => cell.value ?? []));
  // a single class is neither much nor little
  const lightest = breaks.length === 0 ? 3 : 5 - breaks.length;
  const ramp = (value: number): Colour => `ramp-${classOf(value, breaks) + lightest}`;
  const codes = items.map(({ series }) => series.area);
  const groups = framesOf(geometry, codes, options);
  const frames = groups.map(({ members, view }): MapFrame => {
    const taken: { x: number; y: number; width: number }[] = [];
    const inside = items
      .filter(({ series }) => members.includes(series.area))
      .sort((a, b) => Number(b.series.area === chosen) - Number(a.series.area === chosen));
    const names = inside.flatMap(({ series }) => {
      const place = placeIn(view, geometry, series.area);
      const size = textWidth(series.label, 12.5);
      // one that its frame cannot hold is left to the table
      if (!place || size > view.width - 4) return [];
      const x = Math.max(view.x + size / 2 + 2, Math.min(view.x + view.width - size / 2 - 2, place.x));
      const free = taken.every(
        (other) => Math.abs(other.y - place.y) > 15 || Math.abs(other.x - x) > (other.width + size) / 2 + 4,
      );
      if (!free) return [];
      taken.push({ x, y: place.y, width: size });
      return [{ x, y: place.y + 4, text: series.label, strong: series.area === chosen }];
    });
    const seen = Object.entries(geometry.areas).filter(([, { box }]) => isInView(view, box));
    return {
      ...view,
      names,
      land: seen.flatMap(([code, { d }]) => (codes.includes(code) ? [] : [d])).join(""),
      countries: items.flatMap(({ series, cell }): MapCountry[] => {
        const outline = seen.find(([code]) => code === series.area)?.[1];
        return outline
          ? [
              {
                code: series.area,
                d: outline.d,
                colour: cell.value === null ? null : ramp(cell.value),
                sign: cell.absence ? signOf(cell.absence) : null,
                strong: series.area === chosen,
              },
            ]
          : [];
      }),
    };
  });
  const bounds = [null, ...breaks, null];
  const format = (value: number) => formatValue(value, measure, voice);
  return {
    kind: "map",
    ...head,
    width,
    height: Math.ceil(Math.max(0, ...frames.map(({ y, height }) => y + height))),
    frames,
    points: items.flatMap(({ series, cell }) => {
      const group = groups.find(({ members }) => members.includes(series.area));
      const place = group && placeIn(group.view, geometry, series.area);
      return place ? [pointOf(series, cell, place, voice)] : [];
    }),
    description: describeLatest(context, items),
    legend: [
      ...(items.some(({ cell }) => cell.value !== null)
        ? bounds.slice(1).map((high, index): LegendEntry => ({
            sign: "colour",
            colour: `ramp-${index + lightest}`,
            text: rangeText(bounds[index] ?? null, high),
          }))
        : []),
      ...absenceLegend(
        context,
        items.map(({ series, cell }) => ({ ...series, cells: [cell] })),
      ),
      { sign: "colour", colour: "hairline", text: tell("elsewhere") },
    ],
    notes: [...notesOf(context), tell("endorse")],
    table: latestTable(context, items, head.title),
  };

  function rangeText(low: number | null, high: number | null): string {
    if (low === null && high === null) return tell("figure");
    if (low === null) return tell("below", { value: format(high ?? 0) });
    if (high === null) return tell("from", { value: format(low) });
    return tell("fromBelow", { low: format(low), high: format(high) });
  }
}

function placeIn(view: MapView, geometry: Geometry, code: string): { x: number; y: number } | null {
  const [gridX, gridY] = geometry.areas[code]?.centre ?? [];
  if (gridX === undefined || gridY === undefined) return null;
  const [x, y] = [gridX * view.scale + view.dx, gridY * view.scale + view.dy];
  const inside = x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;
  return inside ? { x, y } : null;
}
