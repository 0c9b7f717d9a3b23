import { QuestionError } from "@yeelen/query/views";
import { ownParameters } from "./own-parameters.ts";

/** What an address asks for, as far as it can be followed. */
export interface Followed<Choice> {
  readonly choice: Choice;
  /** One sentence for each part that could not be followed: the parameter, its value, what is allowed. */
  readonly misread: readonly string[];
}

/**
 * Reads a page's own parameters with a reader that throws `QuestionError` for what is not allowed. What it refuses is
 * named and left out, one entry of a list or else the whole parameter, and the rest is read: a slip in one place never
 * costs a reader the whole question. The empty address must be one that can be read.
 */
export function readAddress<Choice>(
  search: string,
  own: readonly string[],
  read: (params: URLSearchParams) => Choice,
): Followed<Choice> {
  let params = new URLSearchParams(ownParameters(search, own));
  const misread: string[] = [];
  for (const name of new Set(params.keys())) {
    const [first = "", second] = params.getAll(name);
    if (second === undefined) continue;
    misread.push(new QuestionError(name, second, "one value, not two parameters").message);
    params.set(name, first);
  }
  for (;;)
    try {
      return { choice: read(new URLSearchParams(params)), misread };
    } catch (error) {
      if (!(error instanceof QuestionError) || params.size === 0) throw error;
      misread.push(error.message);
      params = without(error, params);
    }
}

function without({ field, value }: QuestionError, params: URLSearchParams): URLSearchParams {
  const [name = "", part] = field.replace(/\[\d+\]$/, "").split(".");
  if (!params.has(name)) return new URLSearchParams();
  const left = new URLSearchParams(params);
  const entries = left.get(name)?.split(" ") ?? [];
  const refused = (entry: string) => entry === value || entry.startsWith(`${part ?? String(value)}:`);
  const kept = entries.filter((entry) => !refused(entry));
  if (kept.length > 0 && kept.length < entries.length) left.set(name, kept.join(" "));
  else left.delete(name);
  return left;
}
