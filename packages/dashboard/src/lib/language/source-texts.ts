import type { Source } from "@yeelen/dataset";
import type { Teller } from "./teller.ts";

const stamp = /^Release (\S+): /;

/** What stands beside a source in English: why rows were left out, remarks, and terms that are words, not a licence's name. */
export function textsOfSource({
  licence,
  leftOut,
  remarks,
}: Pick<Source, "licence" | "leftOut" | "remarks">): string[] {
  return [
    ...(/ [a-z]+ /.test(licence) ? [licence] : []),
    ...leftOut.map(({ reason }) => reason),
    ...remarks.map(withoutStamp),
  ];
}

/** A text of a source in the teller's language; its release stays as its publisher stamped it. */
export function sourceText(text: string, t: Pick<Teller, "text">): string {
  const [, release = ""] = stamp.exec(text) ?? [];
  return t.text(withoutStamp(text)).replace("{release}", release);
}

/** Publisher and title as they are called, kept in one piece among right-to-left words. */
export function sourceName({ publisher, title }: Pick<Source, "publisher" | "title">, t: Teller): string {
  const name = `${publisher}, ${title}`;
  return t.language.dir === "rtl" ? `\u2068${name}\u2069` : name;
}

function withoutStamp(text: string): string {
  return text.replace(stamp, "Release {release}: ");
}
