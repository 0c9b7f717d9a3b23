import type { AnswerRow, Dimension } from "@yeelen/dataset/plain";
import type { MessageKey } from "../language/messages.ts";
import type { Teller } from "../language/teller.ts";
import { codeName, figure } from "./phrase.ts";
import { isKnown, latestYear } from "./reading.ts";
import type { Asked, Told } from "./told.ts";

/**
 * The known rows of the newest year in which a part has a figure (else of the newest in which one is withheld), the
 * largest first.
 */
export function latestParts(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const year = latestYear(rows.filter((row) => row.value !== null)) ?? latestYear(rows);
  return rows
    .filter((row) => row.period === year && isKnown(row))
    .sort((a, b) => (b.value ?? b.low ?? 0) - (a.value ?? a.low ?? 0));
}

/** Whether the publisher's own parts come to more than its total: they cannot then be called parts of it. */
export function exceedsTotal(parts: readonly AnswerRow[], total: AnswerRow | undefined): boolean {
  if (!total || total.high === null) return false;
  return parts.reduce((sum, row) => sum + (row.low ?? 0), 0) > total.high;
}

/** Who the detected victims are: by sex and by age, each for its own latest year. `totals` holds all years. */
export function tellWho(bySex: Asked, byAge: Asked, totals: Asked, t: Teller): Told {
  const sex = partsOf(bySex, "sex", "who.item", t);
  const age = partsOf(byAge, "age", "who.item", t);
  const sentence =
    sex && age && sex.year === age.year
      ? t.say("who.sentence.both", { year: sex.year, sex: sex.list, age: age.list })
      : [sex, age]
          .filter((part) => part !== undefined)
          .map((part) => t.say("who.sentence", { year: part.year, list: part.list }))
          .join(" ");
  return {
    sentence: sentence || t.say("who.none"),
    caveat: [t.say("who.caveat"), ...excessOf([sex, age], totals, t)].join(" "),
  };
}

/** For what they are exploited, in the latest year for which any form is known. */
export function tellForms(byForm: Asked, totals: Asked, t: Teller): Told {
  const forms = partsOf(byForm, "exploitation", "forms.item", t);
  return {
    sentence: forms ? t.say("forms.sentence", { year: forms.year, list: forms.list }) : t.say("forms.none"),
    caveat: [t.say("forms.caveat"), ...excessOf([forms], totals, t)].join(" "),
  };
}

interface Parts {
  readonly year: string;
  readonly list: string;
  readonly rows: readonly AnswerRow[];
}

function excessOf(all: readonly (Parts | undefined)[], totals: Asked, t: Teller): readonly string[] {
  const years = all.flatMap((parts) => {
    const total = totals.answer.rows.find((row) => String(row.period) === parts?.year);
    return parts && exceedsTotal(parts.rows, total) ? [parts.year] : [];
  });
  return [...new Set(years)].map((year) => t.say("parts.exceed", { year }));
}

function partsOf({ answer }: Asked, dimension: Dimension, item: MessageKey, t: Teller): Parts | undefined {
  const parts = latestParts(answer.rows);
  const [first] = parts;
  if (!first) return undefined;
  const items = parts.map((row) =>
    t.say(item, { n: figure(row, t), code: codeName(dimension, row[dimension] ?? "T", t) }),
  );
  return { year: String(first.period), list: t.list(items), rows: parts };
}
