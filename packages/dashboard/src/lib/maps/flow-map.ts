import { chartStyles, toSvg, type SvgElement } from "@yeelen/charts";
import { flowMapModel, flowMapTree, type FlowMapModel } from "@yeelen/charts/flow-map";
import world from "@yeelen/charts/map/world.json";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import type { ChartRequest, DrawOptions } from "$lib/charts/draw.ts";
import { languageOf, type LanguageTag } from "$lib/language/languages.ts";

/** Widths that the map is laid out for, and the least width of its place for each. */
export const flowMapWidths = [328, 704, 1100] as const;

/** The widest map that fits a place; the narrow one where none does. */
export function flowMapWidth(room: number): number {
  return flowMapWidths.findLast((width) => width <= room) ?? flowMapWidths[0];
}

/** What lays flows out on a map in one language. */
export async function flowMapOf(
  lang: LanguageTag,
): Promise<(request: ChartRequest, options: DrawOptions, width: number) => FlowMapModel> {
  const messages = await chartTexts[lang]();
  const { locale } = languageOf(lang);
  return ({ id, title, asked: { answer, about } }, options, width) =>
    flowMapModel(answer, about, { ...options, messages, locale, geometry: world, id, title, width });
}

/** The picture as markup; `toSvg` escapes every text and attribute. */
export function flowMapMarkup(model: FlowMapModel): string {
  return toSvg(flowMapTree(model));
}

/** The picture as a file of its own, which follows the reader's light or dark. */
export function flowMapFile(model: FlowMapModel): string {
  const [tag, attributes, children = []] = flowMapTree(model);
  const own = `${chartStyles}.yeelen-svg.yeelen-figure{background:none;font-family:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}`;
  const root: SvgElement = [
    tag,
    { ...attributes, xmlns: "http://www.w3.org/2000/svg", class: "yeelen-svg yeelen-figure" },
    [["style", {}, [own]], ...children],
  ];
  return toSvg(root);
}
