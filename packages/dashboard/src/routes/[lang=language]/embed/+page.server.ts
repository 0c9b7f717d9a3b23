import { areas } from "@yeelen/dataset";
import { drawnKinds } from "$lib/explore/embed-builder.svelte.ts";
import { codeNames } from "$lib/server/code-names.ts";
import { controlsOf, scopeOf } from "$lib/server/explorer-controls.ts";
import { embedWords } from "$lib/server/embed-words.ts";
import { figures } from "$lib/server/figures.ts";
import { firstEmbed } from "$lib/server/first-embed.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

/** Every indicator that has figures, with what may be chosen of it, and the words of the builder. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { indicators, catalog } = await figures();
  const names = await codeNames(params.lang);
  const choices = indicators.map((indicator) => {
    const { id, title } = indicator;
    const { by, only, measures: named } = controlsOf(t, indicator, names);
    return {
      title: t.indicator(id, title),
      scope: scopeOf(indicator, catalog),
      controls: { by, only, measures: named },
    };
  });
  const [usual] = choices;
  if (!usual) throw new Error("no indicator to embed");
  return {
    indicators: choices,
    first: await firstEmbed(usual.scope, t),
    areas: areas.map(({ code }) => ({ code, name: t.area(code) })).sort((a, b) => t.compare(a.name, b.name)),
    counted: Array.from({ length: areas.length + 1 }, (_, count) => t.say("explore.areas.count", { count })),
    words: embedWords(t, drawnKinds),
  };
};
