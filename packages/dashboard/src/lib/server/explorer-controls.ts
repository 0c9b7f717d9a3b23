import { areas, TOTAL, type Dimension, type Indicator } from "@yeelen/dataset";
import type { OpenCatalog } from "@yeelen/query";
import type { Scope } from "$lib/explore/question.ts";
import type { Teller } from "$lib/language/teller.ts";

export type ExplorerControls = ReturnType<typeof controlsOf>;

/** What may be chosen of an indicator, by the names that readers know. */
export function controlsOf(
  t: Teller,
  { period, dimensions, codes, measures }: Indicator,
  nameOf: (dimension: Dimension, code: string) => string,
) {
  return {
    areas: areas.map(({ code }) => ({ code, name: t.area(code) })).sort((a, b) => t.compare(a.name, b.name)),
    years: Array.from({ length: period[1] - period[0] + 1 }, (_, index) => period[0] + index),
    by: breakdowns(dimensions).map((by) => ({
      by,
      name: t.say("explore.by.one", { dimension: t.list(by.map((one) => t.say(`dimension.${one}`))) }),
    })),
    only: dimensions
      .filter((dimension) => dimension !== "counterpart")
      .flatMap((dimension) =>
        (codes[dimension] ?? [])
          .filter((code) => code !== TOTAL)
          .map((code) => ({ dimension, code, name: nameOf(dimension, code) })),
      ),
    dimensions: Object.fromEntries(dimensions.map((one) => [one, t.say(`dimension.${one}`)])),
    measures: measures.map((measure) => ({ code: measure, name: t.say(`measure.${measure}`) })),
  };
}

/** What may be asked of an indicator, no country brought forward. */
export function scopeOf(
  { id, period, measures, dimensions, codes, dataset }: Indicator,
  { catalog }: OpenCatalog,
): Scope {
  const known = catalog.datasets.find((one) => one.dataset === dataset);
  const releases = (known?.releases ?? []).map(({ release }) => `${dataset}/${release}`);
  return { id, period, measures, dimensions, codes, forward: null, releases };
}

/** Every set of an indicator's parts; who came from where is only ever asked alone. */
function breakdowns(dimensions: readonly Dimension[]): Dimension[][] {
  const parts = dimensions.filter((dimension) => dimension !== "counterpart");
  const sets = parts.reduce<Dimension[][]>(
    (made, part) => [...made, ...made.map((set) => [...set, part])],
    [[]],
  );
  const closed = sets.filter((set) => set.length > 0).sort((a, b) => a.length - b.length);
  return dimensions.includes("counterpart") ? [...closed, ["counterpart"]] : closed;
}
