import type { ChartPoint } from "@yeelen/charts";
import { toolWords } from "../tools/tool-words.ts";
import { melodyOf } from "./melody.ts";
import { play } from "./play.ts";

export interface SoundRequest {
  /** One thing over years, see `audibleSeries`. */
  readonly series: readonly ChartPoint[];
  readonly locale: string;
  readonly signal: AbortSignal;
  /** Says a text where readers of screens hear it. */
  say(text: string): void;
}

/** Says from which number to which a series goes, then plays it; says so where the browser plays nothing. */
export async function soundOut({ series, locale, signal, say }: SoundRequest): Promise<void> {
  const words = await toolWords(locale);
  const melody = melodyOf(series);
  if (!melody || signal.aborted) return;
  const { first, last, lowest, highest, sounds } = melody;
  const filled: Readonly<Record<string, string>> = {
    series: first.label,
    first: first.year,
    last: last.year,
    low: `${lowest.text} (${lowest.year})`,
    high: `${highest.text} (${highest.year})`,
  };
  say(words.range.replace(/\{(\w+)\}/g, (hole, name: string) => filled[name] ?? hole));
  await play(sounds, signal).catch(() => say(words.silent));
}
