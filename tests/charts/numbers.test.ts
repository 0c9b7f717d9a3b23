import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PictureMessages } from "@yeelen/charts";
import { formatValue } from "../../packages/charts/src/text/figures.ts";
import { voice } from "../../packages/charts/src/text/voice.ts";
import ar from "../../packages/charts/src/messages/ar.json";
import en from "../../packages/charts/src/messages/en.json";
import es from "../../packages/charts/src/messages/es.json";
import fr from "../../packages/charts/src/messages/fr.json";
import pt from "../../packages/charts/src/messages/pt.json";
import ru from "../../packages/charts/src/messages/ru.json";
import uk from "../../packages/charts/src/messages/uk.json";

const languages = Object.entries({ ar, en, es, fr, pt, ru, uk }) as [string, PictureMessages][];
const regions = ["en-US", "en-IN", "fr-CH", "es-MX", "pt-PT", "ar-EG", "ru-RU", "uk-UA"];
const anyNumber = fc.oneof(
  fc.nat(),
  fc.integer(),
  fc.maxSafeNat(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.constantFrom(0, 999, 1000, 9999, 10_000, 1e21),
);

describe.each(languages)("numbers in %s", (_, messages) => {
  test("are written as the browser's own format writes them, with two digits at least where they are small", () => {
    const format = new Intl.NumberFormat(messages.locale);
    const small = new Intl.NumberFormat(messages.locale, { maximumSignificantDigits: 2 });
    const { number } = voice(messages);
    fc.assert(
      fc.property(anyNumber, (value) => {
        const own = value !== 0 && Math.abs(value) < 0.01 ? small : format;
        expect(number(value)).toBe(own.format(value));
      }),
    );
  });

  test.each(["value", "rate", "share", "change", "index"] as const)(
    "formatValue(value, %j) never writes zero for what is not, nor all for less than all",
    (measure) => {
      const speak = voice(messages);
      const zero = formatValue(0, measure, speak);
      for (const value of [0.0004, 0.00043, 0.00049999999999, 0.00002, 0.0000004, 1e-12, 0.04, 5e-324])
        expect(formatValue(value, measure, speak).replace(/^[\s\u200e\u061c]*\+/, "")).not.toBe(zero);
      if (measure !== "share") return;
      for (const value of [0.9995, 0.99951, 0.9999, 0.999999])
        expect(formatValue(value, measure, speak)).not.toBe(formatValue(1, measure, speak));
    },
  );

  test("formatValue(value, measure) never rounds a whole part away", () => {
    const speak = voice(messages);
    const digits = (text: string) => text.replace(/\D/g, "");
    for (const measure of ["value", "rate", "index"] as const)
      for (const value of [1234, 987654, 987654321012345, Number.MAX_SAFE_INTEGER])
        expect(digits(formatValue(value, measure, speak))).toBe(String(value));
  });

  test("years stand without a separator", () => {
    const format = new Intl.NumberFormat(messages.locale, { useGrouping: false });
    const { year } = voice(messages);
    for (const value of [0, 999, 1000, 2022, 10_000]) expect(year(value)).toBe(format.format(value));
  });
});

test.each(regions)("numbers follow a region that an element names: %s", (tag) => {
  const messages = languages.find(([language]) => tag.startsWith(language))?.[1] ?? en;
  const format = new Intl.NumberFormat(tag);
  for (const value of [0, 7, 1234, 12_345, 1_234_567, 0.5])
    expect(voice(messages, tag).number(value)).toBe(format.format(value));
});
