import { dimensions, measures, type Dimension, type IndicatorQuery } from "@yeelen/dataset/plain";
import { QuestionError } from "./question-error.ts";

/** Fields of a question, in their canonical order: also its attribute and URL parameter names. */
export const fields = [
  "indicator",
  "areas",
  "period",
  "by",
  "where",
  "measure",
  "release",
  "order",
  "limit",
] as const;
export type Field = (typeof fields)[number];

type Check = (value: unknown, field: string) => unknown;

const orders = ["key", "value", "-value"];
const years = "a year from 1900 to 2100";
const ranges = "a first and a last year, latest, or last-1 to last-200";

const checks: Readonly<Record<Field, Check>> = {
  indicator: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an indicator's id such as victims-detected"),
  areas: listOf(
    1,
    300,
    matching(
      /^([A-Z]{3}|all|programme|region:[a-z]+)$/,
      "an ISO 3166-1 alpha-3 code such as MLI, all, programme, or region:<name>",
    ),
  ),
  period: (value, field) => {
    if (!Array.isArray(value)) return matching(/^(latest|last-([1-9]\d?|1\d\d|200))$/, ranges)(value, field);
    const [first, last] = listOf(2, 2, wholeNumber(1900, 2100, years))(value, field) as [number, number];
    if (first > last) throw new QuestionError(field, `${first}..${last}`, "the first year before the last");
    return [first, last];
  },
  by: listOf(0, dimensions.length, oneOf(dimensions)),
  where: (value, field) => {
    const keys = keysOf(value, field, `an object of ${dimensions.join(", ")}`);
    const code = matching(/^[A-Z][A-Z0-9]*$/, "a code in capital letters such as F or LT18");
    return Object.fromEntries(
      keys.map((key) => [
        oneOf(dimensions)(key, field),
        code((value as Record<string, unknown>)[key], `${field}.${key}`),
      ]),
    );
  },
  measure: oneOf(measures),
  release: matching(/^[a-z0-9-]+\/[0-9][0-9a-z.-]*$/, "<dataset>/<release>"),
  order: oneOf(orders),
  limit: wholeNumber(1, 100_000, "a whole number from 1 to 100000"),
};

/**
 * A question from outside, structurally checked: accepts what the schema `IndicatorQuery` accepts, without loading it,
 * and returns a clean copy, fields in canonical order. Throws `QuestionError`.
 */
export function checkQuestion(value: unknown): IndicatorQuery {
  const keys = keysOf(value, "question", "an object with indicator, areas and period");
  const unknown = keys.find((key) => !fields.includes(key as Field));
  if (unknown !== undefined) throw new QuestionError("question", unknown, fields.join(", "));
  const given = value as Record<string, unknown>;
  const question: Record<string, unknown> = {};
  for (const [index, field] of fields.entries()) {
    const content = Object.hasOwn(given, field) ? given[field] : undefined;
    if (content !== undefined || index < 3) question[field] = checks[field](content, field);
  }
  return question as IndicatorQuery;
}

/** The dimensions asked for, each once, in the order in which observations hold them. */
export function orderDimensions(by: readonly Dimension[] = []): Dimension[] {
  return dimensions.filter((dimension) => by.includes(dimension));
}

function keysOf(value: unknown, field: string, allowed: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new QuestionError(field, value, allowed);
  return Object.keys(value);
}

function matching(pattern: RegExp, allowed: string): Check {
  return (value, field) => {
    if (typeof value === "string" && pattern.test(value)) return value;
    throw new QuestionError(field, value, allowed);
  };
}

function oneOf(list: readonly string[]): Check {
  return (value, field) => {
    if (list.includes(value as string)) return value;
    throw new QuestionError(field, value, list.join(", "));
  };
}

function wholeNumber(least: number, most: number, allowed: string): Check {
  return (value, field) => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value;
    throw new QuestionError(field, value, allowed);
  };
}

function listOf(least: number, most: number, item: Check): Check {
  return (value, field) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      throw new QuestionError(
        field,
        value,
        least === most ? `a list of ${most}` : `a list of ${least} to ${most}`,
      );
    return Array.from(value, (content: unknown, index) => item(content, `${field}[${index}]`));
  };
}
