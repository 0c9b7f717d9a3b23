import { QuestionError } from "../views/question-error.ts";
import type { RefusedNames } from "./allowed-functions.ts";

/** Where the tokens of a text begin, in bytes of UTF-8, and what each is, as the engine's own tokenizer says. */
export interface Tokens {
  readonly offsets: readonly number[];
  readonly types: readonly number[];
}

const [identifier, keyword] = [0, 4];
const allowed = "functions that compute, and the documented tables; docs/query.md says which";

/**
 * Refuses a statement that calls a function, or names a view, which the engine has and the lists do not allow. For
 * builds of the engine that cannot hand out what their parser made of a text; those take one SELECT and nothing else.
 * Throws `QuestionError` with the name.
 */
export function checkTokens(text: string, { offsets, types }: Tokens, refused: RefusedNames): void {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const token = (index: number) =>
    decoder.decode(bytes.subarray(offsets[index] ?? bytes.length, offsets[index + 1]));
  for (const [index, type] of types.entries()) {
    if (type !== identifier && type !== keyword) continue;
    const name = nameOf(token(index));
    const calls = refused.functions.has(name) && token(index + 1).startsWith("(");
    if (calls || refused.views.has(name)) throw new QuestionError("sql", name, allowed);
  }
}

/** The name itself, without the quotes it may stand in and the blanks and comments that follow it. */
function nameOf(token: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(token)?.[1];
  return (quoted?.replaceAll('""', '"') ?? /^[^\s/(-]*/.exec(token)?.[0] ?? token).toLowerCase();
}
