import { dimensions, measures, type Dimension, type Indicator, type IndicatorQuery } from "@yeelen/dataset";
import type { OpenCatalog } from "@yeelen/query";
import fc from "fast-check";

/** Every indicator of the catalogue's current releases that has figures. */
export async function indicatorsOf(
  catalog: OpenCatalog,
): Promise<{ indicator: Indicator; areas: string[] }[]> {
  const all = [];
  for (const { dataset } of catalog.catalog.datasets) {
    const { manifest } = await catalog.release(dataset);
    for (const indicator of manifest.indicators)
      if (manifest.areas.length && indicator.measures.includes("value"))
        all.push({ indicator, areas: manifest.areas });
  }
  return all;
}

/** Any question that the catalogue can answer: every indicator, measure, breakdown, order, and years beyond the series. */
export function answerableQuestion(
  indicators: readonly { indicator: Indicator; areas: readonly string[] }[],
): fc.Arbitrary<IndicatorQuery> {
  return fc.constantFrom(...indicators).chain(({ indicator, areas }) =>
    fc
      .record({
        areas: fc.uniqueArray(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...areas) },
            {
              weight: 1,
              arbitrary: fc.constantFrom("all", "programme", "region:africa", "region:asia", "BRA", "LAO"),
            },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        period: periodOf(indicator.period),
        uses: fc.tuple(...dimensions.map(() => fc.constantFrom("by", "where", "total", "total"))),
        codes: fc.tuple(...dimensions.map((name) => codeOf(indicator, name))),
        measure: fc.option(fc.constantFrom(...measures.filter((one) => indicator.measures.includes(one))), {
          nil: undefined,
        }),
        order: fc.constantFrom(undefined, undefined, "key" as const, "value" as const, "-value" as const),
        limit: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined, freq: 4 }),
      })
      .map(({ areas, period, uses, codes, measure, order, limit }) => {
        const by = dimensions.filter(
          (name, index) => indicator.dimensions.includes(name) && uses[index] === "by",
        );
        const where = Object.fromEntries(
          dimensions.flatMap((name, index) =>
            indicator.dimensions.includes(name) && uses[index] === "where" ? [[name, codes[index]]] : [],
          ),
        );
        const empty = !by.length && !Object.keys(where).length;
        return {
          indicator: indicator.id,
          areas,
          period,
          ...(by.length ? { by } : {}),
          ...(Object.keys(where).length ? { where } : {}),
          ...(measure && !(measure === "share" && empty) ? { measure } : {}),
          ...(order ? { order } : {}),
          ...(limit ? { limit } : {}),
        };
      }),
  );
}

function periodOf([first, last]: readonly [number, number]): fc.Arbitrary<IndicatorQuery["period"]> {
  const year = fc.integer({ min: first - 2, max: last + 2 });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(year, year).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a])),
    },
    { weight: 2, arbitrary: fc.constant("latest" as const) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }).map((count) => `last-${count}` as const) },
  );
}

function codeOf(indicator: Indicator, name: Dimension): fc.Arbitrary<string> {
  const codes = indicator.codes[name];
  return fc.constantFrom(
    ...(codes?.length ? codes : ["T", "NGA", "BFA", "UNMAPPED", "ABROAD", "NPL", "XXX"]),
  );
}

/** A question over made-up figures that meets absences, breaks, suppression and denominators. */
export const madeUpQuestion = {
  indicator: "people",
  areas: ["MLI", "NER"],
  period: [2010, 2016],
  by: ["sex", "age"],
  measure: "rate",
} satisfies IndicatorQuery;
