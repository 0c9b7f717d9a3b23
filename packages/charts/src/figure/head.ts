import { spanOf } from "../text/lists.ts";
import type { About, Answer } from "@yeelen/dataset/plain";
import { en } from "../text/english.ts";
import { areaName } from "../text/names.ts";
import { contextOf } from "./context.ts";
import type { ChartOptions, Figure, SourceLine, WordContext } from "./figure.ts";

/** How the record of a source says that it names no licence. */
const PUBLISHERS_TERMS = "terms: see publisher";

/** Everything a figure's picture and words are made from, in the reader's language. */
export function wordsOf(answer: Answer, about: About, options: ChartOptions): WordContext {
  const messages = options.messages ?? en;
  const context = contextOf(answer, about, options, messages);
  return {
    ...context,
    answer,
    messages,
    options,
    tell: (key, params) => context.voice.fill(messages.words[key], params),
  };
}

/** The words around a picture that do not depend on its kind. */
export function headOf(context: WordContext, kind: string) {
  const { answer, about, options, measure, messages, period, voice, names, tell } = context;
  const title = options.title ?? messages.indicators[answer.query.indicator] ?? about.title;
  const [area, ...more] = new Set(answer.rows.map((row) => row.area));
  const parts = [
    tell(measure, { unit: unitName(context), years: spanOf(voice, ...period) }),
    ...(answer.query.by ?? []).map((dimension) => tell(dimension)),
  ];
  return {
    id: options.id ?? `yeelen-${kind}-${answer.digest.slice(0, 8)}`,
    locale: voice.locale,
    dir: voice.dir,
    title:
      options.title || !area || more.length > 0
        ? title
        : voice.say("join", { first: title, second: areaName(area, messages, names) }),
    subtitle: parts.reduce((first, second) => voice.say("join", { first, second })),
    sources: sourceLines(answer.provenance.sources, context),
    tableLabel: tell("table"),
  } satisfies Partial<Figure>;
}

/** Where figures come from, a line for each source. */
export function sourceLines(
  sources: About["sources"],
  { voice, tell }: Pick<WordContext, "voice" | "tell">,
): SourceLine[] {
  return sources.map(({ publisher, title, release, licence, url }) => ({
    text: tell("source", {
      text: `${publisher}, ${title}, ${tell("release", { release: voice.dir === "rtl" ? isolate(release) : release })}`,
    }),
    licence: licence === PUBLISHERS_TERMS ? tell("terms") : tell("licence", { licence }),
    url: /^https?:\/\//i.test(url) ? url : null,
  }));
}

/** Keeps a date in digits and hyphens together, in order and on one line, in a script that runs from right to left. */
export function isolate(text: string): string {
  return /^[\d-]+$/.test(text) ? `\u2066${text.replaceAll("-", "\u2011")}\u2069` : text;
}

/** The unit's name as it stands in a title: all of them. */
export function unitName({ about, messages }: WordContext): string {
  return messages.units[about.unit.id]?.name ?? about.unit.other;
}

/** The unit's name in the plural form that goes with a count. */
export function unitText({ about, messages, voice }: WordContext, count: number): string {
  return voice.fill(messages.units[about.unit.id] ?? about.unit, { count });
}
