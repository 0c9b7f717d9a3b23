import type { Teller } from "../language/teller.ts";

/** Sets the first letter as a sentence needs it: `fewer than 5 …` becomes `Fewer than 5 …`. */
export function capital(text: string, t: Teller): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(t.language.locale) + text.slice(first.length);
}
