import {
  absenceLetters,
  codeLists,
  dimensions,
  TOTAL,
  type About,
  type Dimension,
  type Indicator,
  type View,
} from "@yeelen/dataset";
import { literal, type Store } from "./store.ts";

/** A cube with more cells than this is no view: such a question goes to a database. */
export const largestView = 60_000;

export interface ViewContext {
  readonly dataset: string;
  readonly release: string;
  readonly areas: readonly string[];
  readonly about: (indicator: Indicator) => About;
  /** Name of the population's source, where the dataset has rates. */
  readonly population?: string;
}

interface CellRow {
  readonly area: string;
  readonly period: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: string | null;
}

type Axis = View["axes"][number];

const letterOf = new Map<string | null, string>(
  Object.entries(absenceLetters).flatMap(([letter, absence]) =>
    absence === null ? [] : [[absence, letter]],
  ),
);

/** Every view of one indicator: a cube for each subset of its dimensions that has at most `largestView` cells. */
export async function* indicatorViews(
  store: Store,
  indicator: Indicator,
  context: ViewContext,
): AsyncGenerator<View> {
  for (const by of subsets(dimensions.filter((dimension) => indicator.dimensions.includes(dimension)))) {
    const axes = [...baseAxes(indicator, context)];
    for (const dimension of by)
      axes.push({ name: dimension, codes: await codesOf(store, indicator, dimension) });
    if (size(axes) <= largestView) yield await view(store, indicator, by, axes, context);
  }
}

async function view(
  store: Store,
  indicator: Indicator,
  by: readonly Dimension[],
  axes: Axis[],
  context: ViewContext,
): Promise<View> {
  const others = dimensions.filter((dimension) => !by.includes(dimension));
  const rows = await store.rows<CellRow>(
    `SELECT area, period, ${[...by, "value", "low", "high", "absence"].join(", ")} FROM observations WHERE indicator = ${literal(indicator.id)} ${others.map((dimension) => `AND ${dimension} = '${TOTAL}'`).join(" ")}`,
  );
  const values = new Array<number | null>(size(axes)).fill(null);
  const letters = new Array<string>(values.length).fill("-");
  const bounds: [number, number, number][] = [];
  const at = indexer(axes);
  for (const row of rows) {
    const index = at(row);
    if (index === undefined) continue;
    values[index] = row.value;
    letters[index] = row.absence === null ? "." : (letterOf.get(row.absence) ?? "-");
    if (row.value === null && row.low !== null && row.high !== null) bounds.push([index, row.low, row.high]);
  }
  const population = await populationCube(store, indicator, by, axes, context);
  return {
    schema: "yeelen-view/1",
    dataset: context.dataset,
    release: context.release,
    indicator: indicator.id,
    by: [...by],
    axes,
    values,
    absence: letters.join(""),
    bounds: bounds.sort(([a], [b]) => a - b),
    ...(population === undefined ? {} : { population }),
    about: context.about(indicator),
  };
}

async function populationCube(
  store: Store,
  indicator: Indicator,
  by: readonly Dimension[],
  axes: readonly Axis[],
  { population }: ViewContext,
): Promise<View["population"]> {
  if (population === undefined || !indicator.measures.includes("rate")) return undefined;
  const sex = by.includes("sex");
  const age = by.includes("age");
  const own: Axis[] = axes.slice(0, 2);
  if (sex) own.push({ name: "sex", codes: ["T", "F", "M"] });
  if (age) own.push({ name: "age", codes: ["T", "LT18", "GE18"] });
  const rows = await store.rows<{ area: string; period: number; value: number }>(
    `SELECT area, period, sex, age, value FROM population WHERE ${sex ? "true" : "sex = 'T'"} AND ${age ? "true" : "age = 'T'"}`,
  );
  const values = new Array<number | null>(size(own)).fill(null);
  const at = indexer(own);
  for (const row of rows) {
    const index = at(row);
    if (index !== undefined) values[index] = row.value;
  }
  return { axes: own, values, source: population };
}

function baseAxes(indicator: Indicator, { areas }: ViewContext): Axis[] {
  const [first, last] = indicator.period;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    { name: "area", codes: [...areas] },
    { name: "period", codes: years },
  ];
}

async function codesOf(store: Store, indicator: Indicator, dimension: Dimension): Promise<string[]> {
  if (dimension !== "counterpart") {
    const listed = indicator.codes[dimension] ?? Object.keys(codeLists[dimension]);
    return [TOTAL, ...listed.filter((code) => code !== TOTAL)];
  }
  const rows = await store.rows<{ code: string }>(
    `SELECT DISTINCT counterpart AS code FROM observations WHERE indicator = ${literal(indicator.id)} AND counterpart <> '${TOTAL}' ORDER BY code`,
  );
  return [TOTAL, ...rows.map((row) => row.code)];
}

/** Where a row's cell lies in the row-major cube; undefined for a code that no axis has. */
function indexer(axes: readonly Axis[]): (row: object) => number | undefined {
  const places = axes.map(({ name, codes }) => ({
    name,
    length: codes.length,
    of: new Map<unknown, number>(codes.map((code, index) => [code, index])),
  }));
  return (row) => {
    let index = 0;
    for (const { name, length, of } of places) {
      const place = of.get((row as Record<string, unknown>)[name]);
      if (place === undefined) return undefined;
      index = index * length + place;
    }
    return index;
  };
}

function size(axes: readonly Axis[]): number {
  return axes.reduce((product, axis) => product * axis.codes.length, 1);
}

function subsets(all: readonly Dimension[]): Dimension[][] {
  return Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_, index) => (mask >> index) & 1));
}
