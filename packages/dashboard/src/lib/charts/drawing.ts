import { browser, dev } from "$app/environment";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Kind } from "$lib/explore/kinds.ts";
import type { Draw } from "./draw.ts";

let settled = false;

/** To be called once the first page stands: from then on pictures are drawn here, not taken from the served page. */
export function settle(): void {
  settled = true;
}

/**
 * What draws the charts of a page that is being shown. The served page already holds its pictures: while it wakes up,
 * nothing is drawn again and the drawing code is not even loaded.
 */
export async function drawing(lang: LanguageTag, kind: Kind = "line"): Promise<Draw> {
  if (browser && !settled && !dev) return () => " ";
  if (kind !== "line") {
    const { kindPenOf, pictureWidths } = await import("./kind-pen.ts");
    const pen = await kindPenOf(kind, lang);
    return (request, options) => pen.draw(request, options, pictureWidths);
  }
  const { penOf } = await import("./draw.ts");
  return (await penOf(lang)).draw;
}
