import type { IndicatorQuery } from "@yeelen/dataset/plain";
import { bare } from "./bare.ts";
import { checkQuestion, fields, orderDimensions, type Field } from "./check-question.ts";
import { QuestionError } from "./question-error.ts";

export type QuestionText = Partial<Record<Field, string>>;

/** The question's fields as short texts, one canonical spelling: `{ areas: "MLI NER", period: "2007..2022", where: "age:LT18" }`. */
export function toText(question: IndicatorQuery): QuestionText {
  const text: QuestionText = {};
  for (const field of fields) {
    const value = Object.hasOwn(question, field) ? question[field] : undefined;
    if (value !== undefined) text[field] = spell(field, value);
  }
  return text;
}

/** The inverse of `toText`; reads commas and runs of white space between items as well. Throws `QuestionError`. */
export function fromText(input: QuestionText): IndicatorQuery {
  const text = bare(input);
  const question: Record<string, unknown> = {};
  for (const field of fields) {
    const value = text[field];
    if (value !== undefined) question[field] = read(field, value.trim());
  }
  return checkQuestion(question);
}

function spell(field: Field, value: unknown): string {
  if (field === "period" && Array.isArray(value))
    return value[0] === value[1] ? String(value[0]) : value.join("..");
  if (field === "where") {
    const where = value as NonNullable<IndicatorQuery["where"]>;
    return orderDimensions(Object.keys(where) as never)
      .map((dimension) => `${dimension}:${where[dimension]}`)
      .join(" ");
  }
  return Array.isArray(value) ? value.join(" ") : String(value);
}

function read(field: Field, text: string): unknown {
  switch (field) {
    case "areas":
    case "by":
      return items(text);
    case "where":
      return readWhere(items(text));
    case "period": {
      const range = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text);
      return range ? [Number(range[1]), Number(range[2] ?? range[1])] : text;
    }
    case "limit":
      return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

function items(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function readWhere(pairs: readonly string[]): Record<string, string> {
  const where = new Map<string, string>();
  for (const pair of pairs) {
    const [dimension = "", code, more] = pair.split(":");
    if (code === undefined || more !== undefined)
      throw new QuestionError("where", pair, "pairs such as sex:F age:LT18");
    if (where.has(dimension)) throw new QuestionError("where", pair, "each dimension once");
    where.set(dimension, code);
  }
  return Object.fromEntries(where);
}
