import type { ComparisonMessages } from "@yeelen/charts/matrix/comparison";
import type { ComparisonWarning } from "@yeelen/dataset";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { CautionWords, SheetWarning } from "$lib/story/sheet.ts";

const messages: Readonly<Record<LanguageTag, () => Promise<{ readonly default: ComparisonMessages }>>> = {
  en: () => import("@yeelen/charts/messages/comparison/en.json"),
  fr: () => import("@yeelen/charts/messages/comparison/fr.json"),
  es: () => import("@yeelen/charts/messages/comparison/es.json"),
  pt: () => import("@yeelen/charts/messages/comparison/pt.json"),
  ar: () => import("@yeelen/charts/messages/comparison/ar.json"),
  ru: () => import("@yeelen/charts/messages/comparison/ru.json"),
  uk: () => import("@yeelen/charts/messages/comparison/uk.json"),
};

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
  const { refused, beside } = (await messages[tag]()).default.words;
  return { refused, beside, locale };
}
