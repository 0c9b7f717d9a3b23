import type { Observation, Source } from "@yeelen/dataset";
import type { Tally } from "./tally.ts";

/** The closing words of an import: what was read, kept and left out, and what the figures are. */
export function summaryOf(
  source: Source,
  observations: readonly Observation[],
  moved: ReadonlyMap<string, string>,
  notReviewed: ReturnType<Tally["notReviewed"]>,
  aboutFile: readonly string[],
): string {
  const count = (absence: Observation["absence"]) =>
    observations.filter((row) => row.absence === absence).length;
  const lines: [string, number][] = [
    ["rows read", source.rowsRead],
    ["rows kept", source.rowsKept],
    ...source.leftOut.map(({ reason, rows }): [string, number] => [`  left out: ${reason}`, rows]),
    ["observations written", observations.length],
    ["  with a value", count(null)],
    ["  suppressed by the publisher", count("suppressed")],
    ["  conflicting", count("conflicting")],
    ["labels not recognised", source.unmapped.length],
  ];
  const figures = lines.map(([, figure]) => figure.toLocaleString("en"));
  const words = Math.max(...lines.map(([name]) => name.length));
  const digits = Math.max(...figures.map((figure) => figure.length));
  const table = lines.map(([name], index) => `${name.padEnd(words)}  ${figures[index]?.padStart(digits)}`);
  const kept = moved.size === 0 ? [] : ["the release that was here is now in earlier/"];
  const labels = notReviewed
    .slice(0, 20)
    .map(({ column, label, rows }) => `  in ${column}: "${label}" (${rows})`);
  const more = notReviewed.length > 20 ? [`  and ${notReviewed.length - 20} more`] : [];
  const review =
    labels.length === 0 ? [] : ["labels to look at (not shown in any file):", ...labels, ...more];
  return `${[`${source.id} ${source.release}`, ...table, ...kept, ...aboutFile, ...review].join("\n")}\n`;
}
