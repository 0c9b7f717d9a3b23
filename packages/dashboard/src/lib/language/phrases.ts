import { languageOf } from "./languages.ts";
import type { Message, MessageKey, Messages } from "./messages.ts";
import { teller, type Teller, type TellerOptions } from "./teller.ts";

/** A part of a catalogue, for a page whose script fills in phrases itself. */
export type Phrases = Readonly<Partial<Record<MessageKey, Message>>>;

/** The phrases whose keys begin with one of `prefixes`. */
export function phrasesUnder(messages: Messages, prefixes: readonly string[]): Phrases {
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

/** A teller that knows these phrases and no others, and these names; a phrase it was not given is an error that names it. */
export function phraseTeller(phrases: Phrases, tag: string, names?: TellerOptions["names"]): Teller {
  const known = new Proxy(phrases, {
    get(target, key) {
      const phrase = target[key as MessageKey];
      if (phrase === undefined) throw new Error(`missing phrase: ${String(key)} was not given to this page`);
      return phrase;
    },
  });
  return teller(known as Messages, languageOf(tag), names ? { names } : {});
}
