import { toPermalink } from "@yeelen/query";
import type { Answer } from "@yeelen/dataset/plain";
import { address } from "../address.ts";

/** The page that checks these very figures, as an address to pass on: the question, its release and that release's digest. */
export function verifyLink(answer: Answer, lang: string, here: string): string {
  return new URL(`${address(lang, "verify/")}?${toPermalink(answer)}`, here).href;
}
