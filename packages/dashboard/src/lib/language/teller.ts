import { digitsFor } from "@yeelen/charts/digits";
import type { Language } from "./languages.ts";
import { translate, type Translations } from "./catalogue.ts";
import type { Message, MessageKey, Messages } from "./messages.ts";

export type Values = Readonly<Record<string, string | number>>;

/** Speaks one language: phrases, numbers, lists and names, as its readers write them. */
export interface Teller {
  readonly language: Language;
  /** The phrase of `key` with its `{slots}` filled; numbers are grouped, `count` picks the plural form. */
  say(key: MessageKey, values?: Values): string;
  has(key: string): key is MessageKey;
  number(value: number, digits?: number): string;
  percent(fraction: number): string;
  list(items: readonly string[]): string;
  /** The name of a country or territory of the world, ISO 3166-1 alpha-3, or a special counterpart. */
  area(code: string): string;
  /** The title of an indicator: English ones come with the figures, others from the charts’ texts. */
  indicator(id: string, english: string): string;
  /** A text of the catalogue, which is English, in this language. */
  text(english: string): string;
  /** The translations of the catalogue's texts; none for English. */
  readonly translations: Translations;
  compare(left: string, right: string): number;
}

export interface TellerOptions {
  /** Names of the programme's areas and titles of indicators, as the charts write them. */
  readonly names?: {
    readonly areas: Readonly<Record<string, string>>;
    readonly indicators: Readonly<Record<string, string>>;
  };
  /** The catalogue's texts in this language. */
  readonly translations?: Translations;
  /** ISO 3166-1 alpha-2 of an alpha-3, for names that the catalogue does not hold itself. */
  readonly alpha2?: (alpha3: string) => string | undefined;
}

/** The programme's areas and special counterparts have their own phrases; every other name is CLDR's. */
export function teller(
  messages: Messages,
  language: Language,
  { alpha2, names: known, translations = {} }: TellerOptions = {},
): Teller {
  const { locale } = language;
  const plural = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const collator = new Intl.Collator(locale);
  const numberFormats = new Map<string, Intl.NumberFormat>();

  function number(value: number, digits = 0): string {
    return formatted(value, { maximumFractionDigits: digits });
  }

  function formatted(value: number, asked: Intl.NumberFormatOptions): string {
    const options = digitsFor(value, { ...asked, numberingSystem: "latn" });
    const key = JSON.stringify(options);
    const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
    numberFormats.set(key, format);
    return format.format(value);
  }

  const has = (key: string): key is MessageKey => Object.hasOwn(messages, key);

  function say(key: MessageKey, values: Values = {}): string {
    return pick(messages[key], values.count).replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = values[slot];
      if (value === undefined)
        throw new Error(`missing value: ${key} has a slot {${slot}} that was not filled`);
      return typeof value === "number" ? number(value, 2) : value;
    });
  }

  function pick(message: Message, count: string | number | undefined): string {
    if (typeof message === "string") return message;
    return message[plural.select(Number(count ?? 0))] ?? message.other;
  }

  return {
    language,
    say,
    has,
    number,
    percent: (fraction) => formatted(fraction, { style: "percent", maximumFractionDigits: 0 }),
    list: (items) => lists.format(items),
    area(code) {
      const key = `area.${code}`;
      const name = known?.areas[code];
      if (name !== undefined) return name;
      if (has(key)) return say(key);
      const region = alpha2?.(code);
      return (region && names.of(region)) || code;
    },
    indicator: (id, english) => known?.indicators[id] ?? translate(english, translations),
    text: (english) => translate(english, translations),
    translations,
    compare: (left, right) => collator.compare(left, right),
  };
}
