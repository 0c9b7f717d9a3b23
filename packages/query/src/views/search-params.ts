import type { IndicatorQuery } from "@yeelen/dataset/plain";
import { fields, type Field } from "./check-question.ts";
import { QuestionError } from "./question-error.ts";
import { fromText, toText, type QuestionText } from "./text.ts";

/** The question as URL search parameters: `?indicator=victims-detected&areas=MLI+NER&period=2007..2022`. */
export function toSearchParams(question: IndicatorQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(toText(question)));
}

/**
 * The inverse of `toSearchParams`. A parameter that is no field of a question, or is given twice, is an error,
 * unless a page names it in `ignore` as its own.
 */
export function fromSearchParams(
  params: URLSearchParams,
  { ignore = [] }: { readonly ignore?: readonly string[] } = {},
): IndicatorQuery {
  const text: QuestionText = {};
  for (const [name, value] of params) {
    if (ignore.includes(name)) continue;
    if (!fields.includes(name as Field)) throw new QuestionError("address", name, fields.join(", "));
    if (Object.hasOwn(text, name)) throw new QuestionError(name, value, "one value, not two parameters");
    text[name as Field] = value;
  }
  return fromText(text);
}
