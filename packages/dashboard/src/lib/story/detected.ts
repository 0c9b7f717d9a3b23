import type { AnswerRow } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { countOf, figure, quantity, years } from "./phrase.ts";
import { isKnown, latestKnown } from "./reading.ts";
import { capital } from "./sentence.ts";
import type { Asked, Told } from "./told.ts";

/**
 * How many victims are detected: the latest total, the highest of the same series, the years without, and where the
 * series changed. The answer holds one area and every year.
 */
export function tellDetected({ answer, about }: Asked, t: Teller): Told {
  const latest = latestKnown(answer.rows);
  const [first, last] = about.period;
  if (!latest)
    return {
      sentence: t.say("detected.none", { first: String(first), last: String(last) }),
      caveat: t.say("detected.caveat"),
    };
  const changed = about.breaks.filter(({ area, period }) => area === latest.area && period <= latest.period);
  const since = Math.max(first, ...changed.map(({ period }) => period));
  const missing = answer.rows.filter((row) => !isKnown(row)).map((row) => row.period);
  return {
    sentence: [
      capital(
        t.say("detected.sentence", {
          quantity: quantity(latest, about.unit, t),
          count: countOf(latest),
          year: String(latest.period),
        }),
        t,
      ),
      ...highestSentence(
        answer.rows.filter((row) => row.period >= since),
        latest,
        changed.length > 0 ? since : undefined,
        t,
      ),
      ...(missing.length > 0 ? [t.say("detected.missing", { years: years(missing, t) })] : []),
    ].join(" "),
    caveat: [t.say("detected.caveat"), ...changed.map(({ reason }) => t.text(reason))].join(" "),
  };
}

function highestSentence(
  rows: readonly AnswerRow[],
  latest: AnswerRow,
  since: number | undefined,
  t: Teller,
): string[] {
  const highest = highestOf(rows);
  if (!highest) return [];
  const values = { n: figure(highest, t), year: String(highest.period), since: String(since ?? "") };
  if (highest.period === latest.period)
    return [t.say(since === undefined ? "detected.highest.same" : "detected.highest.since.same", values)];
  return [t.say(since === undefined ? "detected.highest" : "detected.highest.since", values)];
}

/** The one row above all others; nothing where it ties, stands alone, or could be beaten by a withheld figure. */
function highestOf(rows: readonly AnswerRow[]): AnswerRow | undefined {
  const known = rows.filter(isKnown);
  const [first] = known;
  if (!first || known.length < 2) return undefined;
  const highest = known.reduce((best, row) => ((row.value ?? -1) > (best.value ?? -1) ? row : best), first);
  const { value } = highest;
  if (value === null) return undefined;
  return known.every((row) => row === highest || (row.high ?? Infinity) < value) ? highest : undefined;
}
