import { digitsFor } from "./digits.ts";
import type { Message, PictureMessages } from "./messages.ts";

export type Params = Readonly<Record<string, string | number>>;

/** Says things in one language: messages, numbers, years. */
export interface Voice {
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  /** One of the picture's own messages, filled in. */
  say(key: keyof PictureMessages["text"], params?: Params): string;
  /** A message with its `{names}` filled in; numbers are formatted, and `count` chooses the plural form. */
  fill(message: Message, params?: Params): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  year(year: number): string;
}

const plain = { useGrouping: false };

/** `locale` refines the messages' own (`pt-BR`); a bare language leaves them as they are. */
export function voice(messages: PictureMessages, locale = ""): Voice {
  const { group } = messages;
  const tag = locale.includes("-") ? locale : messages.locale;
  let plural: Intl.PluralRules | undefined;
  // making a format costs more than using it a hundred times
  const formats = new Map<string, Intl.NumberFormat>();
  const number = (value: number, options?: Intl.NumberFormatOptions) => {
    const digits = String(value);
    // and the first of a page takes a slow phone a tenth of a second: whole numbers, most of what is drawn, wait for none
    if (group && tag === messages.locale && /^\d+$/.test(digits)) {
      if (!options) return digits.replace(/\B(?=(...)+$)/g, group);
      if (options === plain) return digits;
    }
    const shown = digitsFor(value, options);
    const key = JSON.stringify(shown);
    const format = formats.get(key) ?? new Intl.NumberFormat(tag, shown);
    formats.set(key, format);
    return format.format(value);
  };
  const year = (value: number) => number(value, plain);
  const say = (key: keyof PictureMessages["text"], params?: Params) => fill(messages.text[key], params);

  function fill(message: Message, params: Params = {}): string {
    const form =
      typeof message === "string"
        ? message
        : message[(plural ??= new Intl.PluralRules(tag)).select(Number(params["count"]))];
    return (form ?? (message as { other: string }).other).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const param = params[name] ?? whole;
      return typeof param === "number" ? number(param) : param;
    });
  }

  return { locale: tag, dir: messages.dir === "rtl" ? "rtl" : "ltr", say, fill, number, year };
}
