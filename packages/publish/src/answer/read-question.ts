import type { IndicatorQuery } from "@yeelen/dataset";
import { checkQuestion, fromSearchParams } from "@yeelen/query";
import { InputError } from "../errors.ts";

/** A question as typed on the command line: JSON, or an address' parameters. Throws what is wrong with it in one line. */
export function readQuestion(text: string): IndicatorQuery {
  if (!text.trim().startsWith("{") && text.includes("=")) return fromSearchParams(new URLSearchParams(text));
  try {
    return checkQuestion(JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new InputError(
      `not a question: ${text.slice(0, 60)}; expected JSON such as {"indicator":"victims-detected","areas":["MLI"],"period":[2007,2022]}, in single quotes on most shells`,
      { cause },
    );
  }
}
