import type { Voice } from "./voice.ts";

/** `Mali, Niger and Senegal`, as the language writes lists. */
export function listOf({ locale }: Voice, items: readonly string[]): string {
  return new Intl.ListFormat(locale).format(items);
}

/** `2010–2016`, or one year where both are the same. */
export function spanOf({ year, say }: Voice, first: number, last: number): string {
  return first === last ? year(first) : say("years", { first: year(first), last: year(last) });
}

/** `2010–2016, 2019 and 2021` */
export function yearsOf(voice: Voice, years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const open = spans.at(-1);
    if (open && open[1] === year - 1) open[1] = year;
    else spans.push([year, year]);
  }
  return listOf(
    voice,
    spans.flatMap(([first, last]) =>
      last - first === 1 ? [voice.year(first), voice.year(last)] : spanOf(voice, first, last),
    ),
  );
}
