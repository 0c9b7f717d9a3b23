import { QuestionError } from "@yeelen/query/views";
import { readAddress, type Followed } from "./read-address.ts";

/** Which flows are shown: whose figures, of which country, of which year. */
export interface FlowChoice {
  readonly indicator: string;
  readonly area: string;
  readonly year: number;
}

/** An indicator, and the countries and years for which it holds flows. */
export interface FlowSource {
  readonly id: string;
  readonly title: string;
  readonly countedBy: string;
  readonly caveats: readonly string[];
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly years: readonly number[];
  }[];
}

/** The nearest choice that the figures hold: the same country and year where there are any. */
export function flowChoice(sources: readonly FlowSource[], wanted: Partial<FlowChoice>): FlowChoice {
  const source = sources.find(({ id }) => id === wanted.indicator) ?? sources[0];
  const area = source?.areas.find(({ code }) => code === wanted.area) ?? source?.areas[0];
  const year = area?.years.find((one) => one === wanted.year) ?? area?.years.at(-1);
  if (!source || !area || year === undefined) throw new Error("no flows: no published indicator holds any");
  return { indicator: source.id, area: area.code, year };
}

/** The address of a choice. */
export function flowToAddress({ indicator, area, year }: FlowChoice): string {
  return `?${new URLSearchParams({ indicator, area, year: String(year) })}`;
}

/** Every parameter that the address of a choice may have. */
export const flowParameters = ["indicator", "area", "year"] as const;

/** The inverse; what the figures do not hold is named, and the nearest that they hold taken in its place. */
export function flowFromAddress(
  search: string,
  sources: readonly FlowSource[],
  usual: FlowChoice,
): Followed<FlowChoice> {
  return readAddress(search, flowParameters, (params) => {
    const given = (name: (typeof flowParameters)[number], fallback: string, held: readonly string[]) => {
      const asked = params.get(name);
      if (asked === null) return held.includes(fallback) ? fallback : undefined;
      if (!held.includes(asked)) throw new QuestionError(name, asked, held.join(", "));
      return asked;
    };
    const indicator = given(
      "indicator",
      usual.indicator,
      sources.map(({ id }) => id),
    );
    const source = sources.find(({ id }) => id === indicator);
    const code = given("area", usual.area, source?.areas.map((one) => one.code) ?? []);
    const nearest = flowChoice(sources, { ...(indicator && { indicator }), ...(code && { area: code }) });
    const years = source?.areas.find((one) => one.code === nearest.area)?.years ?? [];
    const year = given("year", String(usual.year), years.map(String));
    return flowChoice(sources, { ...nearest, ...(year && { year: Number(year) }) });
  });
}
