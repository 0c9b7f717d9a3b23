import { areas, measures } from "@yeelen/dataset";
import { phrasesUnder } from "$lib/language/phrases.ts";
import { messagesOf } from "$lib/language/messages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { figures } from "./figures.ts";

export type VerifyWords = Awaited<ReturnType<typeof verifyWords>>;

/** What the page that checks addresses says, in one language, and the names that figures of any release may need. */
export async function verifyWords(t: Teller) {
  const { releases } = await figures();
  const indicators = releases.flatMap(({ manifest }) => manifest.indicators);
  const codes = [
    ...areas.map(({ code }) => code),
    ...indicators.flatMap(({ codes: { counterpart } }) => counterpart ?? []),
  ];
  return {
    phrases: phrasesUnder(await messagesOf(t.language.tag), [
      "verify.",
      "figure.",
      "absence.",
      "code.",
      "site.comma",
      "explore.standing.",
      "explore.digest",
      "explore.retry",
      "compare.country",
      "compare.release",
      "home.column.year",
      "explore.control.by",
      "explore.by.none",
      "explore.copy",
      "engine.",
      "recompute.running",
      "data.title",
      "data.manifest",
    ]),
    areas: Object.fromEntries([...new Set(codes)].map((code) => [code, t.area(code)])),
    indicators: Object.fromEntries(indicators.map(({ id, title }) => [id, t.indicator(id, title)])),
    measures: Object.fromEntries(measures.map((measure) => [measure, t.say(`measure.${measure}`)])),
  };
}
