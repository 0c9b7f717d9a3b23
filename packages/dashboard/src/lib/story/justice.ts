import type { AnswerRow } from "@yeelen/dataset/plain";
import type { MessageKey } from "../language/messages.ts";
import type { Teller } from "../language/teller.ts";
import { countOf, figure } from "./phrase.ts";
import { latestKnown } from "./reading.ts";
import { capital } from "./sentence.ts";
import type { Asked, Told } from "./told.ts";

export const justiceIndicators = ["offences-recorded", "suspects", "prosecuted", "convicted"] as const;

/** What justice does: the latest figure of each indicator on its own, never as stages of one flow. */
export function tellJustice(asked: readonly Asked[], t: Teller): Told {
  const caveat = t.say("justice.caveat");
  const items = asked.flatMap(({ answer }) => {
    const key: string = `justice.item.${answer.query.indicator}`;
    const latest = latestKnown(answer.rows);
    return latest && t.has(key) ? [sayDated(key, latest, t)] : [];
  });
  if (items.length === 0) return { sentence: t.say("justice.none"), caveat };
  return { sentence: capital(t.say("justice.sentence", { list: t.list(items) }), t), caveat };
}

/** Offences of smuggling of migrants, apart from everything else. */
export function tellSmuggling({ answer }: Asked, area: string, t: Teller): Told {
  const latest = latestKnown(answer.rows);
  return {
    sentence: latest
      ? capital(sayDated("smuggling.sentence", latest, t), t)
      : t.say("smuggling.none", { area: t.area(area) }),
    caveat: t.say("smuggling.caveat"),
  };
}

function sayDated(key: MessageKey, row: AnswerRow, t: Teller): string {
  return t.say(key, { count: countOf(row), n: figure(row, t), year: String(row.period) });
}
