import type { Dimension } from "@yeelen/dataset";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { languageOf } from "$lib/language/languages.ts";

/** Names of the codes of a breakdown, as the charts write them. */
export async function codeNames(lang: string): Promise<(dimension: Dimension, code: string) => string> {
  const { codes } = await chartTexts[languageOf(lang).tag]();
  return (dimension, code) => new Map(Object.entries(codes[dimension])).get(code) ?? code;
}
