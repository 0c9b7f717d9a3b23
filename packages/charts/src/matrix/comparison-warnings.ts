import type { Comparison, ComparisonWarning } from "@yeelen/dataset/plain";
import type { WordContext } from "../figure/figure.ts";
import type { ComparisonMessages } from "../text/comparison-messages.ts";
import { areaName } from "../text/names.ts";
import { quotedList } from "../text/quoted-list.ts";
import { gatherPairs } from "./gather-pairs.ts";

/**
 * The warnings of a comparison in the reader's language; those with the same reason against the same indicator are one
 * sentence. `titles` are the indicators', in the order of the answers.
 */
export function comparisonWarnings(
  { warnings }: Comparison,
  titles: readonly string[],
  said: ComparisonMessages,
  { voice, messages, names }: Pick<WordContext, "voice" | "messages" | "names">,
): string[] {
  const title = (place: number | undefined) => titles[place ?? -1] ?? "";
  return groupsOf(warnings).map(({ item: { code, reason, area, period }, shared, others }) => {
    const words = { reason: said.reasons[reason] ?? reason, first: title(shared) };
    if (code === "break")
      return voice.fill(said.words.broken, {
        ...words,
        area: areaName(area ?? "", messages, names),
        year: voice.year(period ?? 0),
      });
    const refused = code === "different-crime" || code === "not-comparable";
    const text = said.words[refused ? "refused" : "beside"];
    return voice.fill(text, {
      ...words,
      second: quotedList(text, "second", others.map(title), voice.locale),
    });
  });
}

/** The catalogue's own reasons keep their order: they say this and that. A break is of one answer. */
function groupsOf(warnings: readonly ComparisonWarning[]) {
  return gatherPairs(warnings, {
    pairOf: ({ answers: [first, second = first] }) => [first, second],
    alike: (one, other) =>
      one === other || (one.code !== "break" && one.code === other.code && one.reason === other.reason),
    directed: ({ code }) => code === "not-comparable",
  });
}

/** Throws for a comparison that was put together by hand and lost what forbids it. */
export function assertJudged({ answers, warnings }: Comparison): void {
  for (const [first, a] of answers.entries())
    for (const [second, b] of answers.entries()) {
      if (second <= first) continue;
      const crimes = [a.about.subject, b.about.subject].sort().join() === "smuggling,trafficking";
      const declared = [
        [a, b],
        [b, a],
      ].some(([one, other]) =>
        one?.about.notComparableWith.some(({ indicator }) => indicator === other?.query.indicator),
      );
      const warned = warnings.some(
        ({ code, answers: places }) =>
          (code === "different-crime" || code === "not-comparable") &&
          places.includes(first) &&
          places.includes(second),
      );
      if ((crimes || declared) && !warned)
        throw new Error(
          `comparison without its warnings: ${a.query.indicator} beside ${b.query.indicator}; make it with compareAnswers`,
        );
    }
}
