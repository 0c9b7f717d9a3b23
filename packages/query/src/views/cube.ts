import { TOTAL, type Dimension, type View } from "@yeelen/dataset/plain";
import type { Scope } from "./ask.ts";
import { cellsOf, locator, NOT_HELD, type CellReader, type Codes } from "./cells.ts";

/** Random access to all that a view holds: figures, persons, and what may be asked of them. */
export interface Cube {
  readonly cell: CellReader;
  /** Whether the source holds the cell at all, be it with a figure or with a reason. */
  holds(area: string, year: number, codes: Codes): boolean;
  readonly scope: Scope;
  /** Counterparts on the view's axis, the total left out. */
  readonly counterparts: readonly string[];
  /** Persons of that area, year, sex and age; undefined where unknown. */
  persons(area: string, year: number, codes: Codes): number | undefined;
}

const cubes = new WeakMap<View, Cube>();

export function cubeOf(view: View): Cube {
  let cube = cubes.get(view);
  if (!cube) cubes.set(view, (cube = buildCube(view)));
  return cube;
}

function buildCube(view: View): Cube {
  const { absence, axes, population } = view;
  const at = locator(axes);
  const atPersons = locator(population?.axes ?? []);
  return {
    cell: cellsOf(view, at),
    holds: (area, year, codes) => (absence[at(area, year, codes)] ?? NOT_HELD) !== NOT_HELD,
    scope: scopeOf(view),
    counterparts: codesOf(view, "counterpart"),
    persons: (area, year, codes) => population?.values[atPersons(area, year, codes)] ?? undefined,
  };
}

function scopeOf(view: View): Scope {
  const { about } = view;
  return {
    indicator: view.indicator,
    areas: view.axes[0]?.codes as string[],
    dimensions: view.by,
    codes: Object.fromEntries(view.by.map((dimension) => [dimension, codesOf(view, dimension)])),
    measures: about.measures,
    period: about.period,
    breaks: about.breaks,
  };
}

function codesOf(view: View, dimension: Dimension): string[] {
  const codes = view.axes.find((axis) => axis.name === dimension)?.codes ?? [];
  return (codes as string[]).filter((code) => code !== TOTAL);
}
