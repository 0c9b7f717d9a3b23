import { areas } from "@yeelen/dataset";
import { kindPenOf, pictureWidths } from "$lib/charts/kind-pen.ts";
import { flowChoice, type FlowSource } from "$lib/explore/flow-address.ts";
import { textsOf, translationsOf } from "$lib/language/catalogue.ts";
import { flowMapOf, flowMapWidths } from "$lib/maps/flow-map.ts";
import { figures } from "$lib/server/figures.ts";
import { flowRequest, servedFlow } from "$lib/server/served-flow.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { counterpartBars } from "$lib/story/counterparts.ts";
import { latestParts } from "$lib/story/parts.ts";
import { capital } from "$lib/story/sentence.ts";
import type { PageServerLoad } from "./$types";

/** Where people come from and where they were exploited, one source after the other, never joined. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { ask, indicators, sourcesOf } = await figures();
  const ordered = areas
    .map(({ code }) => ({ code, name: t.area(code) }))
    .sort((a, b) => t.compare(a.name, b.name));

  async function tables(id: string, column: string, caption: (area: string, year: string) => string) {
    const indicator = indicators.find((one) => one.id === id);
    if (!indicator) return [];
    const { answer } = await ask({
      indicator: id,
      areas: ["all"],
      period: indicator.period,
      by: ["counterpart"],
    });
    return ordered.map(({ code, name }) => {
      const own = answer.rows.filter((row) => row.area === code && row.counterpart !== "T");
      const rows = counterpartBars(own, code, t);
      const year = String(latestParts(own)[0]?.period ?? "");
      return {
        code,
        bars: {
          title: capital(caption(name, year), t),
          columns: [t.say("flows.column.area"), column] as const,
          rows,
          more: t.say("bars.more", { n: rows.length }),
        },
      };
    });
  }

  const identified = t.say("flows.column.identified");
  const [into, out, detected] = await Promise.all([
    tables("assisted-flows-into", identified, (area) => t.say("flows.into", { area })),
    tables("assisted-flows", identified, (area) => t.say("flows.out", { area })),
    tables("victims-by-citizenship", t.say("flows.column.n"), (area, year) =>
      t.say("flows.caption", { title: area, year }),
    ),
  ]);
  const sourceOf = (id: string) => {
    const [source] = sourcesOf([id]);
    return source
      ? t.say("source.line", {
          source: `${source.publisher}, ${source.title}, ${t.say("source.release", { release: source.release })}`,
        })
      : "";
  };

  const flows = ["victims-by-citizenship", "assisted-flows-into", "assisted-flows", "victims-repatriated"];
  const held = indicators.filter(({ id }) => flows.includes(id));
  const counterparts = new Set<string>();
  const sources = await Promise.all(
    held.map(async ({ id, title, countedBy, caveats, period }): Promise<FlowSource> => {
      const { answer } = await ask({ indicator: id, areas: ["all"], period, by: ["counterpart"] });
      const rows = answer.rows.filter((row) => row.value !== null || row.absence === "suppressed");
      for (const { counterpart } of rows)
        if (/^[A-Z]{3}$/.test(counterpart ?? "")) counterparts.add(counterpart ?? "");
      return {
        id,
        title: t.indicator(id, title),
        countedBy: t.text(countedBy),
        caveats: caveats.map((caveat) => t.text(caveat)),
        areas: ordered.flatMap(({ code, name }) => {
          const years = new Set(rows.filter((row) => row.area === code).map((row) => row.period));
          return years.size > 0 ? [{ code, name, years: [...years].sort((a, b) => a - b) }] : [];
        }),
      };
    }),
  );
  const served = flowChoice(sources, servedFlow);
  const { request, names: servedNames } = await flowRequest(served, t);
  const names = Object.fromEntries([...counterparts].map((code) => [code, t.area(code)]));
  const [pen, lay] = await Promise.all([kindPenOf("flow", t.language.tag), flowMapOf(t.language.tag)]);

  return {
    sources,
    served,
    markup: pen.draw(request, { names: servedNames }, pictureWidths),
    maps: flowMapWidths.map((width, index) => ({
      width,
      height: lay(request, { names: servedNames }, width).height,
      from: ["0", "48rem", "73rem"][index] ?? "0",
    })),
    names,
    translations: translationsOf(held.flatMap(textsOf), t.translations),
    assisted: [...into, ...out]
      .map(({ code, bars }) => ({ code, bars }))
      .filter(({ bars }) => bars.rows.length > 0),
    detected: detected.filter(({ bars }) => bars.rows.length > 0),
    words: {
      title: t.say("flows.title"),
      description: t.say("flows.description"),
      lead: t.say("flows.lead"),
      ctdc: t.say("flows.ctdc"),
      ctdcLead: t.say("flows.ctdc.lead"),
      ctdcCaveat: t.say("flows.caveat.ctdc"),
      ctdcSource: sourceOf("assisted-flows"),
      glotip: t.say("flows.glotip"),
      glotipLead: t.say("flows.glotip.lead"),
      glotipCaveat: t.say("flows.caveat"),
      glotipSource: sourceOf("victims-by-citizenship"),
      caveat: t.say("chart.caveat"),
      source: t.say("flows.recorded"),
      area: t.say("flows.column.area"),
      year: t.say("events.year"),
      endorse: t.say("site.footer.boundaries"),
      more: t.say("finding.more"),
      map: t.say("explore.kind.map"),
    },
  };
};
