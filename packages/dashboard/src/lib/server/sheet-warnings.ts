import type { ComparisonWarning } from "@yeelen/dataset";
import { comparisonTexts } from "$lib/charts/comparison-texts.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { CautionWords, SheetWarning } from "$lib/story/sheet.ts";

/** What the query layer says against comparing indicators, each pair once, in the reader's language. */
export function sheetWarnings(warnings: readonly ComparisonWarning[], t: Teller): SheetWarning[] {
  const pairs = new Map<string, ComparisonWarning[]>();
  for (const warning of warnings) {
    if (warning.code === "break") continue;
    const key = [...warning.indicators].sort().join(" ");
    pairs.set(key, [...(pairs.get(key) ?? []), warning]);
  }
  return [...pairs.values()].flatMap((pair): SheetWarning[] => {
    const [gravest] = pair;
    const [one, other] = gravest?.indicators ?? [];
    if (!gravest || one === undefined || other === undefined) return [];
    return [
      {
        indicators: [one, other],
        refused: gravest.code === "different-crime" || gravest.code === "not-comparable",
        directed: gravest.code === "not-comparable",
        reason: pair.map(({ reason }) => t.text(reason)).join(" "),
      },
    ];
  });
}

/** How the language says such a warning. */
export async function cautionWords({ language: { tag, locale } }: Teller): Promise<CautionWords> {
  const { refused, beside } = (await comparisonTexts[tag]()).words;
  return { refused, beside, locale };
}
