import type { ComparedAnswer, Comparison, ComparisonWarning } from "@yeelen/dataset/plain";
import { comparisonReasons } from "./comparison-reasons.ts";
import { QuestionError } from "./question-error.ts";

/**
 * Puts answers side by side, as they are: no figure is joined with another. Every pair is judged by what the catalogue
 * says of its indicators; what forbids to compare them comes as warnings, in the order of the answers.
 * Throws `QuestionError` for fewer than two answers.
 */
export function compareAnswers(answers: readonly ComparedAnswer[]): Comparison {
  if (answers.length < 2)
    throw new QuestionError("questions", `${answers.length} of them`, "two or more to compare");
  const warnings = [
    ...answers.flatMap((_, first) =>
      answers.slice(first + 1).flatMap((_, after) => pairWarnings(answers, first, first + 1 + after)),
    ),
    ...answers.flatMap((_, place) => breakWarnings(answers, place)),
  ];
  return { answers, warnings } as unknown as Comparison;
}

type Said = Pick<ComparisonWarning, "code" | "reason">;

function pairWarnings(
  answers: readonly ComparedAnswer[],
  first: number,
  second: number,
): ComparisonWarning[] {
  const places = [first, second];
  const [a, b] = places.map((place) => answers[place]) as [ComparedAnswer, ComparedAnswer];
  const own = declared(a, b);
  const turned = own === undefined && declared(b, a) !== undefined;
  const reason = own ?? declared(b, a);
  const crimes = [a.about.subject, b.about.subject].sort().join() === "smuggling,trafficking";
  const same = a.query.indicator === b.query.indicator;
  const allowed =
    same ||
    a.about.comparableWith.includes(b.query.indicator) ||
    b.about.comparableWith.includes(a.query.indicator);
  const said: Said[] = [];
  if (crimes) said.push(fixed("different-crime"));
  else if (reason !== undefined) said.push({ code: "not-comparable", reason });
  if (!allowed && a.about.unit.id !== b.about.unit.id) said.push(fixed("different-unit"));
  if ((a.query.measure ?? "value") !== (b.query.measure ?? "value")) said.push(fixed("different-measure"));
  if (!allowed && a.about.countedBy !== b.about.countedBy) said.push(fixed("counted-differently"));
  if (a.provenance.dataset === b.provenance.dataset && a.provenance.release !== b.provenance.release)
    said.push(fixed("different-release"));
  const order = turned ? places.toReversed() : places;
  return said.map((one) => warning(one, order, answers));
}

/** Breaks inside the years asked for, or before them. */
function breakWarnings(answers: readonly ComparedAnswer[], place: number): ComparisonWarning[] {
  const { notes } = answers[place] as ComparedAnswer;
  return notes.flatMap(({ code, text, area, period }) =>
    (code === "break" || code === "comparability") && area !== undefined && period !== undefined
      ? [warning({ code: "break", reason: text }, [place], answers, { area, period })]
      : [],
  );
}

function warning(
  { code, reason }: Said,
  places: readonly number[],
  answers: readonly ComparedAnswer[],
  at?: { readonly area: string; readonly period: number },
): ComparisonWarning {
  const [first = "", second = ""] = places.map((place) => nameOf(answers, place));
  const refused = code === "different-crime" || code === "not-comparable";
  const text = at
    ? `${first}, ${at.area}: figures from ${at.period} on do not compare with earlier ones. ${reason}`
    : refused
      ? `${first} must not be compared with ${second}. ${reason}`
      : `${first}, beside ${second}: ${reason}`;
  return {
    code,
    answers: [...places],
    indicators: places.map((place) => answers[place]?.query.indicator ?? ""),
    reason,
    text,
    ...at,
  };
}

/** The indicator's title; with the release where the same indicator stands there twice. */
function nameOf(answers: readonly ComparedAnswer[], place: number): string {
  const { about, query, provenance } = answers[place] as ComparedAnswer;
  const twice = answers.filter((other) => other.query.indicator === query.indicator).length > 1;
  return twice ? `${about.title} (${provenance.release})` : about.title;
}

function declared({ about }: ComparedAnswer, { query }: ComparedAnswer): string | undefined {
  return about.notComparableWith.find(({ indicator }) => indicator === query.indicator)?.reason;
}

function fixed(code: keyof typeof comparisonReasons): Said {
  return { code, reason: comparisonReasons[code] };
}
