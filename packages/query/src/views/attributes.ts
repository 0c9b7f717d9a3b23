import type { IndicatorQuery } from "@yeelen/dataset/plain";
import { fields } from "./check-question.ts";
import { fromText, toText, type QuestionText } from "./text.ts";

/** Names of the HTML attributes that spell a question, for `observedAttributes`. */
export const questionAttributes: readonly string[] = fields;

/** The question as HTML attributes: `{ indicator: "victims-detected", areas: "MLI NER", period: "2007..2022" }`. */
export function toAttributes(question: IndicatorQuery): Record<string, string> {
  return { ...toText(question) } as Record<string, string>;
}

/** The inverse of `toAttributes`, from an element or from plain pairs; attributes of other names are not looked at. Throws `QuestionError`. */
export function fromAttributes(
  source: Pick<Element, "getAttribute"> | Readonly<Record<string, string>>,
): IndicatorQuery {
  const text: QuestionText = {};
  for (const field of fields) {
    const value = isElement(source) ? source.getAttribute(field) : own(source, field);
    if (typeof value === "string") text[field] = value;
  }
  return fromText(text);
}

function isElement(source: object): source is Pick<Element, "getAttribute"> {
  return typeof (source as Partial<Element>).getAttribute === "function";
}

function own(source: Readonly<Record<string, string>>, field: string): string | undefined {
  return Object.hasOwn(source, field) ? source[field] : undefined;
}
