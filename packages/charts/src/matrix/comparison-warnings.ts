import type { Comparison, ComparisonWarning } from "@yeelen/dataset/plain";
import type { WordContext } from "../figure/figure.ts";
import type { ComparisonMessages } from "../text/comparison-messages.ts";
import { listOf } from "../text/lists.ts";
import { areaName } from "../text/names.ts";

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
  return groupsOf(warnings).map(({ warning: { code, reason, area, period }, shared, others }) => {
    const words = { reason: said.reasons[reason] ?? reason, first: title(shared) };
    if (code === "break")
      return voice.fill(said.words.broken, {
        ...words,
        area: areaName(area ?? "", messages, names),
        year: voice.year(period ?? 0),
      });
    const refused = code === "different-crime" || code === "not-comparable";
    return voice.fill(said.words[refused ? "refused" : "beside"], {
      ...words,
      second: listOf(voice, others.map(title)),
    });
  });
}

interface Group {
  readonly warning: ComparisonWarning;
  readonly shared: number | undefined;
  readonly others: readonly number[];
}

/** Pairs of one reason, gathered around the answer that is in most of them. The catalogue's own reasons keep their order: they say this and that. */
function groupsOf(warnings: readonly ComparisonWarning[]): Group[] {
  const groups: Group[] = [];
  let left = [...warnings];
  while (left.length > 0) {
    const warning = left[0] as ComparisonWarning;
    const alike = left.filter(({ code, reason }) => code === warning.code && reason === warning.reason);
    const single = warning.code === "break";
    const [first, second] = warning.answers;
    const among = (place: number | undefined) =>
      alike.filter(({ answers }) =>
        warning.code === "not-comparable" ? answers[0] === place : answers.includes(place ?? -1),
      );
    const shared =
      warning.code !== "not-comparable" && among(second).length > among(first).length ? second : first;
    const group = single ? [warning] : among(shared);
    groups.push({
      warning,
      shared,
      others: group.flatMap(({ answers }) => answers.filter((place) => place !== shared)),
    });
    left = left.filter((one) => !group.includes(one));
  }
  return groups;
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
