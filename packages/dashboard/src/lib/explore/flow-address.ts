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

/** The inverse; what is not asked or not held is left to `flowChoice`. */
export function flowFromAddress(search: string): Partial<FlowChoice> {
  const params = new URLSearchParams(search);
  const [indicator, area, year] = ["indicator", "area", "year"].map((name) => params.get(name));
  return {
    ...(indicator ? { indicator } : {}),
    ...(area ? { area } : {}),
    ...(year ? { year: Number(year) } : {}),
  };
}
