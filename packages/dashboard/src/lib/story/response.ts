import type { Teller } from "../language/teller.ts";
import type { Told } from "./told.ts";

interface TreatyRow {
  readonly instrument: string;
  readonly signed: string | null;
  readonly bound: string | null;
  readonly as_at: string;
}

/** By which of the two Protocols a country was bound, as at the day of the record. */
export function tellResponse(treaties: readonly TreatyRow[], area: string, t: Teller): Told {
  const caveat = t.say("response.caveat");
  const [first] = treaties;
  if (!first) return { sentence: t.say("response.sentence.none", { area: t.area(area) }), caveat };
  const bound = (instrument: string) => treaties.find((row) => row.instrument === instrument)?.bound ?? null;
  const trafficking = bound("TRAFFICKING-PROTOCOL");
  const smuggling = bound("SMUGGLING-PROTOCOL");
  const key = trafficking
    ? smuggling
      ? "response.sentence.both"
      : "response.sentence.trafficking"
    : smuggling
      ? "response.sentence.smuggling"
      : "response.sentence.neither";
  return {
    sentence: t.say(key, {
      area: t.area(area),
      date: dayOf(first.as_at, t),
      trafficking: dayOf(trafficking ?? "", t),
      smuggling: dayOf(smuggling ?? "", t),
    }),
    caveat,
  };
}

/** A day, a month or a year as its readers write it: `3 February 2011`, `March 2016`, `2017`. */
export function dayOf(date: string, t: Teller): string {
  const [year, month, day] = date.split("-").map(Number);
  if (!year) return "";
  const format = new Intl.DateTimeFormat(t.language.locale, {
    timeZone: "UTC",
    numberingSystem: "latn",
    calendar: "gregory",
    year: "numeric",
    ...(month ? { month: "long" } : {}),
    ...(day ? { day: "numeric" } : {}),
  });
  return format.format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
}

/** From one day to another, or one day alone. */
export function spanOf(from: string, to: string | null, t: Teller): string {
  if (!to || to === from) return dayOf(from, t);
  return t.say("response.range", { from: dayOf(from, t), to: dayOf(to, t) });
}
