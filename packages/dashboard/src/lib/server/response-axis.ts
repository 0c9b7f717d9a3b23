import type { Teller } from "$lib/language/teller.ts";
import { axisMarks, type AxisInput } from "$lib/story/response-axis.ts";
import { dayOf } from "$lib/story/response.ts";
import type { ResponseEvent, Treaty } from "./events.ts";
import { eventRow } from "./response-tables.ts";

/** The Protocols were adopted in 2000. */
const begin = 2000;

export type ResponseAxisData = ReturnType<typeof responseAxis>;

/** What some countries have put in place, on one time axis that is the same wherever it is drawn. */
export function responseAxis(
  codes: readonly string[],
  treaties: readonly Treaty[],
  events: readonly ResponseEvent[],
  t: Teller,
) {
  const dates = [
    ...treaties.flatMap(({ bound }) => bound ?? []),
    ...events.map(({ date, end }) => end ?? date),
  ];
  const last = Math.max(begin + 1, ...dates.map((date) => Number(date.slice(0, 4))));
  return {
    years: Array.from({ length: last - begin + 1 }, (_, index) => begin + index),
    countries: codes.map((code) => {
      const marks = axisMarks(inputsOf(code, treaties, events, t), [begin, last]);
      return { code, name: t.area(code), marks, lanes: Math.max(1, ...marks.map(({ lane }) => lane + 1)) };
    }),
    words: {
      title: t.say("response.title"),
      axis: t.say("response.axis"),
      country: t.say("compare.country"),
      bound: t.say("response.legend.bound"),
      span: t.say("response.legend.span"),
      event: t.say("response.legend.event"),
    },
  };
}

function inputsOf(
  code: string,
  treaties: readonly Treaty[],
  events: readonly ResponseEvent[],
  t: Teller,
): readonly AxisInput[] {
  return [
    ...treaties.flatMap(({ area, bound, instrument }): AxisInput[] =>
      area === code && bound !== null && instrument !== "CONVENTION"
        ? [
            {
              kind: "bound",
              date: bound,
              end: null,
              text: `${dayOf(bound, t)}: ${t.say(`response.instrument.${instrument}`)}`,
            },
          ]
        : [],
    ),
    ...events
      .filter(({ area }) => area === code)
      .map((event): AxisInput => {
        const { when, title } = eventRow(event, t);
        const kind = event.kind === "plan" || event.kind === "programme" ? "span" : "event";
        return { kind, date: event.date, end: event.end, text: `${when}: ${title}` };
      }),
  ];
}
