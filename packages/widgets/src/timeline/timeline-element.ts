import { timelineModel, timelineTree, type TimelineEvent } from "@yeelen/charts/timeline";
import { loadEvents, type Events } from "../data/load-events.ts";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { languageTag } from "../element/language.ts";
import { fit } from "../element/fit.ts";
import type { Settings } from "../element/settings.ts";

/** `<yeelen-timeline>`: what countries have put in place. Its question has areas and, if it likes, a period. */
export class YeelenTimelineElement extends ChartElement<
  readonly TimelineEvent[],
  readonly TimelineEvent[],
  Events
> {
  protected override readonly kind: ChartKind<readonly TimelineEvent[], readonly TimelineEvent[]> = {
    picture(events, about, options) {
      const picture = fit((width) => timelineModel(events, about, { ...options, width }), options);
      return { picture, node: timelineTree(picture) };
    },
    figure: async () => (await import("./timeline-figure.ts")).timelineFigure,
  };

  /** The words of events are drawn, so that those of another language come with them. */
  protected override async load({ src, field, integrity }: Settings): Promise<Events> {
    const request = { src, release: field("release") ?? undefined, integrity };
    const events = loadEvents(request, (...call) => fetch(...call));
    const locale = languageTag(this);
    if (/^en/.test(locale)) return events;
    const { eventsIn } = await import("./events-in.ts");
    return eventsIn(await events, src, locale);
  }

  protected override answer({ events }: Events, { field }: Settings): TimelineEvent[] {
    return eventsAsked(events, field("areas"), field("period"));
  }

  override async fullAnswer({ events }: Events): Promise<TimelineEvent[]> {
    return eventsAsked(events, this.getAttribute("areas"), this.getAttribute("period"));
  }
}

/** The events of some areas that began in some years. Throws an error that names what is not allowed. */
export function eventsAsked(
  events: readonly TimelineEvent[],
  areas: string | null,
  period: string | null,
): TimelineEvent[] {
  const asked = areas?.split(" ") ?? [];
  if (!asked.every((area) => /^([A-Z]{3}|programme|all)$/.test(area)) || !areas)
    throw new Error(
      `not allowed in areas: ${areas ?? "nothing"}; allowed: codes such as MLI NER, or programme`,
    );
  const [, first = "", last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(period ?? "0000..9999") ?? [];
  if (!first) throw new Error(`not allowed in period: ${period}; allowed: a year, or two as 2011..2019`);
  return events.filter(
    ({ area, date }) =>
      (asked.includes(area) || asked.some((each) => each.length > 3 || each === "all")) &&
      date.slice(0, 4) >= first &&
      date.slice(0, 4) <= last,
  );
}
