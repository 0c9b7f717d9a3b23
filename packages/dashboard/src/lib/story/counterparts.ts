import type { AnswerRow } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { figure } from "./phrase.ts";
import { latestParts } from "./parts.ts";
import type { Asked, Told } from "./told.ts";

/** A row of a bar table: `size` is a share of the longest bar, or null where a height would give a figure away. */
export interface BarRow {
  readonly label: string;
  readonly figure: string;
  readonly size: number | null;
  readonly own: boolean;
}

/** Citizenship of detected victims: the three largest of the latest year in words. */
export function tellCitizenship({ answer }: Asked, area: string, t: Teller): Told {
  const caveat = t.say("flows.caveat");
  const countries = answer.rows.filter((row) => /^[A-Z]{3}$/.test(row.counterpart ?? ""));
  const parts = latestParts(countries);
  const [first] = parts;
  if (!first) return { sentence: t.say("flows.none"), caveat };
  const items = parts
    .slice(0, 3)
    .map((row) => t.say("flows.item", { n: figure(row, t), area: t.area(row.counterpart ?? "T") }));
  return {
    sentence: t.say("flows.sentence.citizenship", {
      in: inArea(area, t),
      year: String(first.period),
      list: t.list(items),
      count: items.length,
    }),
    caveat,
  };
}

/** The counterparts of the latest year as bars, the largest first; withheld figures after the known ones, without a bar. */
export function counterpartBars(rows: readonly AnswerRow[], area: string, t: Teller): readonly BarRow[] {
  const parts = latestParts(rows).filter((row) => row.counterpart !== "T");
  const longest = Math.max(1, ...parts.map((row) => row.value ?? 0));
  return parts
    .map((row) => ({
      label: t.area(row.counterpart ?? "T"),
      figure: figure(row, t),
      size: row.value === null ? null : row.value / longest,
      own: row.counterpart === area,
    }))
    .sort(
      (a, b) =>
        Number(a.size === null) - Number(b.size === null) ||
        (b.size ?? 0) - (a.size ?? 0) ||
        t.compare(a.label, b.label),
    );
}

/** The name as it stands after `in`: `the Niger`. */
export function inArea(area: string, t: Teller): string {
  const key = `area.${area}.in`;
  return t.has(key) ? t.say(key) : t.area(area);
}
