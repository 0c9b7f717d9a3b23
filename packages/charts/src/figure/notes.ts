import { listOf } from "../text/lists.ts";
import type { Apart } from "../series/scales-apart.ts";
import { areaName } from "../text/names.ts";
import { breaksIn } from "../series/runs.ts";
import type { WordContext } from "./figure.ts";

/** Sentences that must stand under the figures: own axes, breaks, then what the answer itself notes. */
export function notesOf(context: WordContext, split?: Apart): string[] {
  const { answer, messages, names, voice, tell } = context;
  return [
    ...(split ? apartSentence(split, context) : []),
    ...breaksIn(context).map(({ area, period, reason }) =>
      tell("break", { area: areaName(area, messages, names), year: voice.year(period), reason }),
    ),
    ...answer.notes.filter((note) => note.code !== "break").map((note) => note.text),
  ];
}

/** Why a country has an axis of its own. */
export function apartSentence({ apart, times }: Apart, { voice, tell }: WordContext): string[] {
  if (apart.length === 0) return [];
  return [
    tell("apart", {
      series: listOf(
        voice,
        apart.map((one) => one.label),
      ),
      count: times,
    }),
  ];
}
