import type { Dimension } from "@yeelen/dataset/plain";
import { areas, codes, dir, group, locale, text } from "../messages/en.json";
import type { words } from "../messages/en.words.json";

/** One text, or one for each plural category of the language (CLDR), chosen by `{count}`. */
export type Message = string | PluralForms;

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Names by code. */
export type Names = Readonly<Record<string, string>>;

/** What a picture says by itself, in one language. */
export interface PictureMessages {
  /** BCP 47. Numbers, lists and plurals follow it. */
  readonly locale: string;
  readonly dir: string;
  /** What stands between thousands, from the first thousand on; empty where the language has another rule. */
  readonly group: string;
  readonly text: Readonly<Record<keyof typeof text, Message>>;
  /** Names by ISO 3166-1 alpha-3 code. */
  readonly areas: Names;
  readonly codes: Readonly<Record<Dimension, Names>>;
}

/** Everything a figure says in one language. A page passes in the one it needs; English is the default. */
export interface Messages extends PictureMessages {
  /** The words around pictures. */
  readonly words: Readonly<Record<keyof typeof words, Message>>;
  /** By unit id, the name for all of them and the plural forms beside a number; English ones come with the indicator. */
  readonly units: Readonly<Record<string, PluralForms & { readonly name: string }>>;
  /** Titles by indicator id; English ones come with the indicator. */
  readonly indicators: Names;
}

export const enPicture: PictureMessages = { locale, dir, group, text, areas, codes };
