import type { AnswerRow, IndicatorQuery } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { inArea } from "./counterparts.ts";
import { exceedsTotal } from "./parts.ts";
import { countOf, figure, quantity } from "./phrase.ts";
import { isKnown, latestKnown } from "./reading.ts";
import { capital } from "./sentence.ts";
import type { Asked } from "./told.ts";

/** What a country page's first paragraph and large figures are made of; each answer holds every year of one area. */
export interface SummaryAnswers {
  readonly detected: Asked;
  readonly bySex: Asked;
  readonly byAge: Asked;
  readonly convicted?: Asked | undefined;
}

export interface Headline {
  readonly figure: string;
  readonly label: string;
  readonly year: string;
  /** What must be known to read it. */
  readonly caveat: string;
  /** The one question that it answers; null where there is no figure. */
  readonly question: IndicatorQuery | null;
}

/** The country in one paragraph: the latest total, who, convictions, and how many years are known. */
export function countrySummary(area: string, answers: SummaryAnswers, t: Teller): string {
  const { detected, bySex, byAge, convicted } = answers;
  const [first, last] = detected.about.period;
  const latest = latestKnown(detected.answer.rows);
  const range = { first: String(first), last: String(last) };
  const sentences: string[] = [];
  if (latest) {
    sentences.push(
      capital(
        t.say("country.summary.latest", {
          quantity: quantity(latest, detected.about.unit, t),
          count: countOf(latest),
          in: inArea(area, t),
          year: String(latest.period),
        }),
        t,
      ),
      ...whoOf(
        partOf(bySex.answer.rows, "sex", "F", latest),
        partOf(byAge.answer.rows, "age", "LT18", latest),
        t,
      ),
    );
  } else sentences.push(t.say("country.summary.none", { area: t.area(area), ...range }));
  if (convicted) sentences.push(convictedOf(convicted, t));
  if (latest)
    sentences.push(
      t.say("country.summary.coverage", {
        known: detected.answer.rows.filter(isKnown).length,
        all: last - first + 1,
        ...range,
      }),
    );
  return sentences.join(" ");
}

/** The three figures that matter, each with the year it is for and what must be known to read it. */
export function headlines(answers: SummaryAnswers, t: Teller): readonly Headline[] {
  const { detected, byAge, convicted } = answers;
  const range = t.say("headline.none.caveat", {
    first: String(detected.about.period[0]),
    last: String(detected.about.period[1]),
  });
  const headline = (asked: Asked, row: AnswerRow | undefined, { label, caveat, where }: Said): Headline => {
    if (!row)
      return {
        figure: t.say("absence.not-reported"),
        label,
        year: range,
        caveat: t.say("unknown.caveat"),
        question: null,
      };
    const broken = asked.about.breaks.find(({ area, period }) => area === row.area && period <= row.period);
    const since = broken && capital(t.say("compare.broken", { year: String(broken.period) }), t);
    return {
      figure: figure(row, t),
      label,
      year: String(row.period),
      caveat: [caveat, ...(since ? [`${since}.`] : [])].join(" "),
      question: {
        indicator: asked.answer.query.indicator,
        areas: [row.area],
        period: [row.period, row.period],
        ...(where && { where }),
      },
    };
  };
  return [
    headline(detected, latestKnown(detected.answer.rows), {
      label: t.say("headline.detected"),
      caveat: t.say("headline.caveat.detected"),
    }),
    headline(byAge, latestKnown(byAge.answer.rows.filter((row) => row.age === "LT18")), {
      label: t.say("headline.children"),
      caveat: t.say("headline.caveat.children"),
      where: { age: "LT18" },
    }),
    ...(convicted
      ? [
          headline(convicted, latestKnown(convicted.answer.rows), {
            label: t.say("headline.convicted"),
            caveat: t.say("headline.caveat.convicted"),
          }),
        ]
      : []),
  ];
}

interface Said {
  readonly label: string;
  readonly caveat: string;
  readonly where?: IndicatorQuery["where"];
}

/** A part of the total, where the publisher's parts fit into its total. */
function partOf(
  rows: readonly AnswerRow[],
  dimension: "sex" | "age",
  code: string,
  total: AnswerRow,
): AnswerRow | undefined {
  const parts = rows.filter((row) => row.period === total.period && isKnown(row));
  if (exceedsTotal(parts, total)) return undefined;
  return parts.find((row) => row[dimension] === code);
}

function whoOf(female: AnswerRow | undefined, child: AnswerRow | undefined, t: Teller): string[] {
  if (female && child)
    return [t.say("country.summary.sex-age", { female: figure(female, t), child: figure(child, t) })];
  if (female) return [t.say("country.summary.sex", { female: figure(female, t) })];
  if (child) return [t.say("country.summary.age", { child: figure(child, t) })];
  return [];
}

function convictedOf({ answer }: Asked, t: Teller): string {
  const latest = latestKnown(answer.rows);
  if (!latest) return t.say("country.summary.convicted.none");
  return capital(
    t.say("country.summary.convicted", {
      count: countOf(latest),
      n: figure(latest, t),
      year: String(latest.period),
    }),
    t,
  );
}
