import type { ComparisonMessages } from "@yeelen/charts/matrix/comparison";
import type { ComparisonWarning } from "@yeelen/dataset";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { SheetWarning } from "$lib/story/sheet.ts";

const messages: Readonly<Record<LanguageTag, () => Promise<{ readonly default: ComparisonMessages }>>> = {
  en: () => import("@yeelen/charts/messages/comparison/en.json"),
  fr: () => import("@yeelen/charts/messages/comparison/fr.json"),
  es: () => import("@yeelen/charts/messages/comparison/es.json"),
  pt: () => import("@yeelen/charts/messages/comparison/pt.json"),
  ar: () => import("@yeelen/charts/messages/comparison/ar.json"),
  ru: () => import("@yeelen/charts/messages/comparison/ru.json"),
  uk: () => import("@yeelen/charts/messages/comparison/uk.json"),
};

/** What the query layer says against comparing indicators, one sentence or more for each pair, in the reader's language. */
export async function sheetWarnings(
  warnings: readonly ComparisonWarning[],
  titleOf: (indicator: string) => string,
  t: Teller,
): Promise<SheetWarning[]> {
  const { words } = (await messages[t.language.tag]()).default;
  const pairs = new Map<string, ComparisonWarning[]>();
  for (const warning of warnings) {
    if (warning.code === "break") continue;
    const key = [...warning.indicators].sort().join(" ");
    pairs.set(key, [...(pairs.get(key) ?? []), warning]);
  }
  return [...pairs.values()].flatMap((pair): SheetWarning[] => {
    const [first, ...more] = pair;
    if (!first) return [];
    const refused = first.code === "different-crime" || first.code === "not-comparable";
    const [one = "", other = ""] = first.indicators;
    const slots: Readonly<Record<string, string>> = {
      first: titleOf(one),
      second: titleOf(other),
      reason: t.text(first.reason),
    };
    const text = words[refused ? "refused" : "beside"].replace(
      /\{(\w+)\}/g,
      (hole, slot: string) => slots[slot] ?? hole,
    );
    return [
      {
        indicators: [one, other],
        refused,
        text: [text, ...more.map(({ reason }) => t.text(reason))].join(" "),
      },
    ];
  });
}
