import type { About } from "@yeelen/dataset/plain";
import type { ChartOptions, ChartPoint, Figure, WordContext } from "../figure/figure.ts";
import { sourceLines } from "../figure/head.ts";
import { en } from "../text/english.ts";
import { areaName } from "../text/names.ts";
import { spanOf } from "../text/lists.ts";
import { textWidth, wrap } from "../text/measure.ts";
import { voice } from "../text/voice.ts";

/** Something a country has put in place. Dates are as exact as the record: `2017`, `2016-03` or `2012-07-12`. */
export interface TimelineEvent {
  readonly area: string;
  readonly date: string;
  /** Last day, month or year of what lasts. */
  readonly end?: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly detail?: string;
}

export type EventKind = "law" | "plan" | "body" | "budget" | "workshop" | "programme" | "treaty";

/** Events one beneath the other, oldest first. */
export interface TimelineModel extends Figure {
  readonly kind: "timeline";
  readonly events: readonly TimelineEntry[];
  /** Pixels from the reading side to the line of time. */
  readonly line: number;
}

export interface TimelineEntry {
  readonly y: number;
  readonly date: readonly string[];
  readonly title: readonly string[];
  /** Its kind, and its country where there are several. */
  readonly below: string;
  /** A law or a treaty binds: its mark is filled. */
  readonly binding: boolean;
}

const LINE = 18;

/** Lays out events. Titles are in the language they come in. */
export function timelineModel(
  events: readonly TimelineEvent[],
  about: About,
  options: ChartOptions = {},
): TimelineModel {
  const messages = options.messages ?? en;
  const said = voice(messages, options.locale);
  const tell: WordContext["tell"] = (key, params) => said.fill(messages.words[key], params);
  const { width = 640 } = options;
  const sorted = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const areas = new Set(events.map((event) => event.area));
  const [only] = areas;
  const names = options.names ?? {};
  const title = options.title ?? messages.indicators["response-events"] ?? about.title;
  const head =
    options.title || areas.size !== 1 || !only
      ? title
      : said.say("join", { first: title, second: areaName(only, messages, names) });
  const dates = sorted.map(({ date, end }) =>
    end ? rangeText(date, end, said.locale) : dateText(date, said.locale),
  );
  const dateLimit = Math.max(96, Math.min(150, width * 0.3));
  const dateLines = dates.map((date) => wrap(together(date), 13, dateLimit));
  const line = Math.ceil(Math.max(0, ...dateLines.flat().map((text) => textWidth(text, 13)))) + 16;
  let y = 8;
  const entries = sorted.map((event, index): TimelineEntry => {
    const lines = wrap(event.title, 14, width - line - 20);
    const start = y + 14;
    y += Math.max(lines.length + 1, dateLines[index]?.length ?? 1) * LINE + 14;
    const parts = [tell(event.kind), ...(areas.size > 1 ? [areaName(event.area, messages, names)] : [])];
    return {
      y: start,
      date: dateLines[index] ?? [],
      title: lines,
      below: parts.reduce((first, second) => said.say("join", { first, second })),
      binding: event.kind === "law" || event.kind === "treaty",
    };
  });
  const years = sorted.map(({ date }) => Number(date.slice(0, 4)));
  const dir = options.dir ?? said.dir;
  // dates and titles of another script keep their own order inside a sentence from right to left
  const apart = (text: string) => (dir === "rtl" ? `\u2068${text}\u2069` : text);
  return {
    kind: "timeline",
    id: options.id ?? `yeelen-timeline-${[...areas].join("-").toLowerCase() || "none"}`,
    locale: said.locale,
    dir,
    title: head,
    subtitle: years.length > 0 ? spanOf(said, Math.min(...years), Math.max(...years)) : tell("noEvents"),
    width,
    height: Math.max(40, y),
    events: entries,
    line,
    points: sorted.map((event, index): ChartPoint => ({
      x: dir === "rtl" ? width - line : line,
      y: (entries[index]?.y ?? 0) - 4,
      series: event.kind,
      label: event.title,
      period: Number(event.date.slice(0, 4)),
      year: dates[index] ?? "",
      text: entries[index]?.below ?? "",
      value: null,
      absence: null,
    })),
    description:
      years.length > 0
        ? [
            tell("events", {
              count: sorted.length,
              years: spanOf(said, Math.min(...years), Math.max(...years)),
            }),
            ...sorted.map((event, index) => {
              const date = dates[index] ?? "";
              const what = date.charAt(0).toLocaleUpperCase(said.locale) + date.slice(1);
              return tell("absent", { what: apart(what), years: apart(event.title) });
            }),
          ].join(" ")
        : tell("noEvents"),
    legend: [],
    notes: about.caveats,
    sources: sourceLines(about.sources, { voice: said, tell }),
    tableLabel: tell("table"),
    table: {
      caption: head,
      columns: [tell("date"), tell("kind"), tell("event"), ...(areas.size > 1 ? [tell("area")] : [])],
      rows: sorted.map((event, index) => ({
        name: dates[index] ?? "",
        cells: [
          { text: tell(event.kind) },
          { text: event.detail ? `${event.title}. ${event.detail}` : event.title },
          ...(areas.size > 1 ? [{ text: areaName(event.area, messages, names) }] : []),
        ],
      })),
    },
  };
}

/** One span where both ends are as exact as each other; else both as they are. */
function rangeText(start: string, end: string, locale: string): string {
  const [first, last] = [partsOf(start), partsOf(end)];
  if (start.length !== end.length) return `${dateText(start, locale)} – ${dateText(end, locale)}`;
  return formatOf(start, locale).formatRange(first, last);
}

/** A day stays with its month, and a dash with what it follows. */
function together(date: string): string {
  return date
    .replace(/[ \u2009]–[ \u2009]/g, "\u00a0– ")
    .replace(/(?<=(?<!\d)\d{1,2}) (?=\p{L})/gu, "\u00a0");
}

function dateText(date: string, locale: string): string {
  return formatOf(date, locale).format(partsOf(date));
}

function partsOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
}

function formatOf(date: string, locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(date.length > 4 ? { month: "long" as const } : {}),
    ...(date.length > 7 ? { day: "numeric" as const } : {}),
  });
}
