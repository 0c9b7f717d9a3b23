import { translateEvent } from "@yeelen/charts/translations";
import type { Events } from "../data/load-events.ts";
import { loadTexts } from "../data/load-texts.ts";

/** Events in the words of a language. */
export async function eventsIn(data: Events, src: URL, locale: string): Promise<Events> {
  const texts = await loadTexts(src, "response-events", locale);
  return { ...data, events: data.events.map((event) => translateEvent(event, texts)) };
}
