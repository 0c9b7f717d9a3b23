import { textWidth, wrap } from "../text/measure.ts";
import type { Column, ColumnCell } from "./comparison-column.ts";

/** Columns side by side, with the countries before them. Pixels across are from the reading side. */
export interface ComparisonBlock {
  readonly top: number;
  readonly bottom: number;
  readonly heads: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly rows: readonly ComparisonRow[];
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonRow {
  readonly y: number;
  readonly lines: readonly string[];
  readonly strong: boolean;
}

export interface ComparisonCell extends Pick<ColumnCell, "text" | "year" | "colour" | "sign"> {
  readonly x: number;
  readonly y: number;
}

export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly strong: boolean;
}

const ROW = 36;
const LINE = 15;
const GAP = 20;
/** Width of a cell's swatch, and the room it takes. */
export const SWATCH = 14;
export const BESIDE = 20;

/** Sets as many columns side by side as have room for their figures, and `most` at most, and the rest below. */
export function layOutBlocks(
  columns: readonly Column[],
  rows: readonly AreaRow[],
  width: number,
  most: number = columns.length,
) {
  const names = rows.map(({ name }) => wrap(name, 13, width * 0.3));
  const left = Math.ceil(Math.max(0, ...names.flat().map((line) => textWidth(line, 13.5)))) + 14;
  const least = Math.max(84, ...columns.flatMap((column) => [...column.cells.values()].map(widthOf)));
  const across = Math.max(1, Math.min(most, columns.length, Math.floor((width - left) / least)));
  const step = (width - left) / across;
  const places = new Map<string, { x: number; y: number }>();
  const blocks: ComparisonBlock[] = [];
  let y = 0;
  for (let first = 0; first < columns.length; first += across) {
    const inside = columns.slice(first, first + across);
    const heads = inside.map(({ title }, index) => ({
      x: left + index * step,
      lines: wrap(title, 12.5, step - 10),
    }));
    const top = y + Math.max(...heads.map(({ lines }) => lines.length)) * LINE + 8;
    const placed = rows.map(({ strong }, index): ComparisonRow => ({
      y: top + (index + 0.5) * ROW,
      lines: names[index] ?? [],
      strong,
    }));
    const cells = rows.flatMap(({ code }, index) =>
      inside.flatMap((column, at): ComparisonCell[] => {
        const cell = column.cells.get(code);
        const place = { x: left + at * step, y: top + (index + 0.5) * ROW };
        places.set(`${first + at} ${code}`, { x: place.x + SWATCH / 2, y: place.y });
        if (!cell) return [];
        const { text, year, colour, sign } = cell;
        return [{ ...place, text: year || /\d/.test(text) ? text : "", year, colour, sign }];
      }),
    );
    const bottom = top + rows.length * ROW;
    blocks.push({ top, bottom, heads: heads.map((one) => ({ ...one })), rows: placed, cells });
    y = bottom + GAP;
  }
  const place = (column: number, code: string) => places.get(`${column} ${code}`) ?? { x: 0, y: 0 };
  return { blocks, height: y - GAP + 2, place };
}

function widthOf({ text, year }: ColumnCell): number {
  return year || /\d/.test(text) ? BESIDE + textWidth(text, 13) + 8 : 0;
}
