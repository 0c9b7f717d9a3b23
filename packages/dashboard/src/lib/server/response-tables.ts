import type { Teller } from "$lib/language/teller.ts";
import { dayOf, spanOf } from "$lib/story/response.ts";
import type { ResponseEvent, Tier, Treaty } from "./events.ts";

const instruments = ["CONVENTION", "TRAFFICKING-PROTOCOL", "SMUGGLING-PROTOCOL"] as const;
const kinds = ["law", "body", "plan", "budget", "workshop", "programme"] as const;

export type ResponseTables = ReturnType<typeof responseTables>;

/** What one country has put in place, as tables in the teller's language; with what was entered in English translated. */
export function responseTables(
  treaties: readonly Treaty[],
  events: readonly ResponseEvent[],
  tiers: readonly Tier[],
  t: Teller,
) {
  const asAt = dayOf(treaties[0]?.as_at ?? "", t);
  const years = tiers.map(({ period }) => period);
  return {
    treaties: {
      title: t.say("response.treaties", { date: asAt }),
      columns: [
        t.say("response.column.instrument"),
        t.say("response.column.signed"),
        t.say("response.column.bound"),
      ],
      rows: instruments.flatMap((instrument) => {
        const row = treaties.find((one) => one.instrument === instrument);
        return row
          ? [
              {
                name: t.say(`response.instrument.${instrument}`),
                signed: row.signed ? dayOf(row.signed, t) : t.say("response.not", { date: asAt }),
                bound: row.bound ? dayOf(row.bound, t) : t.say("response.not", { date: asAt }),
              },
            ]
          : [];
      }),
    },
    events: {
      title: t.say("response.events"),
      rows: [...events].sort((a, b) => a.date.localeCompare(b.date)).map((event) => eventRow(event, t)),
    },
    tiers: {
      title: t.say("response.tiers", { first: years[0] ?? "", last: years.at(-1) ?? "" }),
      note: t.say("response.tiers.note"),
      rows: tiers.map(({ period, tier }) => ({ year: period, tier: tier ?? t.say("absence.not-reported") })),
    },
  };
}

export type EventRow = ReturnType<typeof eventRow>;

export function eventRow(event: ResponseEvent, t: Teller) {
  const kind = kinds.find((known) => known === event.kind);
  return {
    when: spanOf(event.date, event.end, t),
    date: event.date,
    kind: kind ? t.say(`response.kind.${kind}`) : event.kind,
    title: t.text(event.title),
    detail: event.detail && t.text(event.detail),
    amount:
      event.amount && event.currency
        ? new Intl.NumberFormat(t.language.locale, {
            style: "currency",
            currency: event.currency,
            currencyDisplay: "code",
            maximumFractionDigits: 0,
            numberingSystem: "latn",
          }).format(Number(event.amount))
        : null,
    record: t.text(event.record),
  };
}
