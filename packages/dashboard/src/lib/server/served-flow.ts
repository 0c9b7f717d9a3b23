import type { ChartRequest } from "$lib/charts/draw.ts";
import type { FlowChoice } from "$lib/explore/flow-address.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import type { Teller } from "$lib/language/teller.ts";
import { figures } from "$lib/server/figures.ts";

/** What the page of flows shows before anything is chosen. */
export const servedFlow: FlowChoice = { indicator: "assisted-flows", area: "UKR", year: 2021 };

/** The flows of a choice, to be drawn in a language, and the names of all countries in them. */
export async function flowRequest(
  { indicator, area, year }: FlowChoice,
  t: Teller,
): Promise<{ readonly request: ChartRequest; readonly names: Readonly<Record<string, string>> }> {
  const { ask, indicators } = await figures();
  const about = indicators.find(({ id }) => id === indicator);
  if (!about) throw new Error(`unknown indicator: ${indicator} is in no published dataset`);
  const asked = await ask({ indicator, areas: [area], period: [year, year], by: ["counterpart"] });
  const codes = asked.answer.rows.flatMap(({ counterpart = "" }) =>
    /^[A-Z]{3}$/.test(counterpart) ? [counterpart] : [],
  );
  const title = `${t.indicator(indicator, about.title)}: ${t.area(area)}`;
  return {
    request: { id: "flow", asked: translateAsked(asked, t.translations), title },
    names: Object.fromEntries(codes.map((code) => [code, t.area(code)])),
  };
}
