import { listOf } from "../text/lists.ts";
import type { Series } from "../series/series.ts";
import type { LegendEntry, WordContext } from "./figure.ts";
import { signOf } from "./signs.ts";

/** One entry for each sign of something missing in the picture, with the reasons it stands for. */
export function absenceLegend({ voice, tell }: WordContext, series: readonly Series[]): LegendEntry[] {
  const reasons = { hatch: new Set<string>(), cross: new Set<string>(), gap: new Set<string>() };
  for (const { absence, text } of series.flatMap((one) => one.cells))
    if (absence) reasons[signOf(absence)].add(text);
  return (Object.keys(reasons) as (keyof typeof reasons)[])
    .filter((sign) => reasons[sign].size > 0)
    .map((sign) => ({
      sign,
      text: tell(sign, {
        what:
          sign === "hatch" && reasons.hatch.size > 3
            ? voice.say("suppressed")
            : listOf(voice, [...reasons[sign]]),
      }),
    }));
}
