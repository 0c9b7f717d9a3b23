import type { AnswerRow, Measure } from "@yeelen/dataset/plain";
import type { Voice } from "./voice.ts";

type Figure = Pick<AnswerRow, "value" | "low" | "high" | "absence">;

const formats: Readonly<Partial<Record<Measure, Intl.NumberFormatOptions>>> = {
  rate: { maximumSignificantDigits: 3 },
  share: { style: "percent", maximumFractionDigits: 1 },
  change: { signDisplay: "exceptZero" },
  index: { maximumFractionDigits: 1 },
};

/** A number as it stands in chart, table and sentence alike: `1,192`, `0.0681`, `91.3%`, `+12`. */
export function formatValue(value: number, measure: Measure, voice: Voice): string {
  return voice.number(value, formats[measure]);
}

/** A figure in words: its number, `fewer than 5`, a range, or why it is absent. */
export function figureText({ value, low, high, absence }: Figure, measure: Measure, voice: Voice): string {
  const format = (each: number) => formatValue(each, measure, voice);
  if (value !== null) return format(value);
  if (absence !== "suppressed" || low === null || high === null) return voice.say(absence ?? "not-reported");
  return measure === "value" && low <= 1
    ? voice.say("fewerThan", { count: high + 1 })
    : voice.say("between", { low: format(low), high: format(high) });
}
