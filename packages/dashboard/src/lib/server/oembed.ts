import { frameCode, type Oembed } from "@yeelen/charts";
import { toAttributes } from "@yeelen/query";
import { kindPenOf } from "$lib/charts/kind-pen.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import type { Teller } from "$lib/language/teller.ts";
import { integrityOf } from "./integrity.ts";
import { pageChartOf } from "./page-chart.ts";

/** CSS pixels: a phone's column, which is the highest that the frame becomes. */
const width = 340;
/** Room for a frame's words until it says how high it is; CSS pixels. */
const wordsHeight = 420;

/**
 * The oEmbed answer of a country's or an indicator's page: its chart in a frame, following the newest release.
 * Undefined for an unknown name. `site` is where the site stands, ending in a slash: a frame elsewhere needs it.
 */
export async function oembedOf(name: string, site: string, t: Teller): Promise<Oembed | undefined> {
  const chart = await pageChartOf(name, t);
  if (!chart) return undefined;
  const { kind, title, chosen } = chart;
  const lang = t.language.tag;
  const asked = translateAsked(chart.asked, t.translations);
  const pen = await kindPenOf(kind, lang);
  const model = pen.whole({ id: "yeelen-oembed", asked, title }, chosen ? { chosen } : {}, width);
  const height = Math.ceil(model.height) + wordsHeight;
  const script = "frame-height.js";
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Yeelen",
    provider_url: site,
    html: frameCode({
      page: `${site}widgets/frame.html`,
      attributes: {
        kind,
        ...toAttributes(chart.asked.answer.query),
        heading: title,
        ...(chosen ? { chosen } : {}),
        ...(lang === "en" ? {} : { lang }),
      },
      title,
      height,
      script: `${site}widgets/${script}`,
      integrity: await integrityOf(script),
    }),
    width: 640,
    height,
    thumbnail_url: `${site}${lang}/picture/${name}.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
