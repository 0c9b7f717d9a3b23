import type { About, AnsweredRows } from "@yeelen/dataset/plain";
import type { PictureMessages } from "../text/messages.ts";
import { voice } from "../text/voice.ts";
import type { ChartOptions, Context } from "./figure.ts";

/** Everything a picture is made from, in the reader's language. */
export function contextOf(
  answer: AnsweredRows,
  about: About,
  { locale, dir, names = {} }: ChartOptions,
  messages: PictureMessages,
): Context {
  const { query, rows } = answer;
  const years = rows.map((row) => row.period);
  const said = voice(messages, locale);
  return {
    answer,
    about,
    measure: query.measure ?? "value",
    period: Array.isArray(query.period)
      ? query.period
      : years.length > 0
        ? [Math.min(...years), Math.max(...years)]
        : about.period,
    voice: { ...said, dir: dir ?? said.dir },
    messages,
    names,
  };
}
