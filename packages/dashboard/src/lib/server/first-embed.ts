import { translateAsked } from "$lib/language/catalogue.ts";
import type { Teller } from "$lib/language/teller.ts";
import { singleChart } from "$lib/explore/embed-chart.ts";
import { embedLines, type EmbedLines } from "$lib/explore/embed-lines.ts";
import { anySite } from "$lib/explore/lines-ahead.ts";
import { questionOf, usual, type Scope } from "$lib/explore/question.ts";
import { figures } from "./figures.ts";
import { integrityOf } from "./integrity.ts";

/** The lines that the builder shows before its reader asks for others; the picture comes when it is asked for. */
export async function firstEmbed(scope: Scope, t: Teller): Promise<EmbedLines> {
  const { ask, catalog } = await figures();
  const chosen = usual(scope);
  const asked = translateAsked(await ask(questionOf(chosen, scope)), t.translations);
  const look = { heading: "", chosen: chosen.forward, lang: t.language.tag };
  const chart = await singleChart(chosen.kind, asked, look, catalog);
  const lines = await embedLines(
    chart,
    { ...look, theme: "auto", pinned: true },
    { site: anySite, integrityOf },
  );
  return { ...lines, picture: null };
}
