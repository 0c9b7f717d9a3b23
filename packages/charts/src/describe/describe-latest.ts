import type { WordContext } from "../figure/figure.ts";
import { needsYear, sharedYear, type Latest } from "../series/latest.ts";
import type { SeriesCell } from "../series/series.ts";
import { listOf } from "../text/lists.ts";

/** `In 2018: Belarus 142, Mali 13.`, or each with its year where they differ; then what has no figure, and why. */
export function describeLatest(context: WordContext, items: readonly Latest[]): string {
  const { voice, tell } = context;
  const known = items.filter(({ cell }) => cell.value !== null);
  const year = sharedYear(known);
  const text = ({ series, cell }: Latest) =>
    tell(year === null ? "item" : "pair", {
      series: series.label,
      value: cell.text,
      year: voice.year(cell.period),
    });
  const list = listOf(voice, known.map(text));
  const sentence =
    year === null ? tell("latestOf", { list }) : tell("inYear", { list, year: voice.year(year) });
  const absent = items.map((item) => ({ name: nameOf(item), cell: item.cell }));
  return [...(known.length > 0 ? [sentence] : []), ...describeAbsent(context, absent)].join(" ");

  function nameOf(item: Latest): string {
    const { series, cell } = item;
    return needsYear(item, year, context.period)
      ? tell("dated", { series: series.label, year: voice.year(cell.period) })
      : series.label;
  }
}

/** `Fewer than 5: South Africa.` `Not reported: Lao PDR.` */
export function describeAbsent(
  { voice, tell }: WordContext,
  items: readonly { readonly name: string; readonly cell: SeriesCell }[],
): string[] {
  const absent = items.filter(({ cell }) => cell.value === null);
  return [...new Set(absent.map(({ cell }) => cell.text))].map((reason) => {
    const names = absent.filter(({ cell }) => cell.text === reason).map(({ name }) => name);
    const what = reason.charAt(0).toLocaleUpperCase(voice.locale) + reason.slice(1);
    return tell("absent", { what, years: listOf(voice, names) });
  });
}
