import { dimensions, TOTAL } from "@yeelen/dataset";
import type { Cell, Change } from "@yeelen/query/changes";
import type { ReleaseDiff } from "./diff.ts";

/** A diff for a reader: which release is not to be used any more, what changed in all, then by indicator and area, a line for each figure. */
export function diffText({ standing, from, to, counts, changes }: ReleaseDiff): string {
  const lines = [
    ...standing,
    `${from} → ${to}`,
    `${number(counts.added)} figures added, ${number(counts.removed)} removed, ${number(counts.revised)} revised, ${number(counts.same)} the same`,
  ];
  for (const [indicator, ofIndicator] of grouped(changes, (change) => change.indicator)) {
    lines.push("", `${indicator}: ${tally(ofIndicator)}`);
    for (const [area, ofArea] of grouped(ofIndicator, (change) => change.area)) {
      lines.push(`  ${area}: ${tally(ofArea)}`);
      for (const change of ofArea) lines.push(`    ${line(change)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function line(change: Change): string {
  const codes = dimensions.filter((name) => change[name] !== TOTAL).map((name) => `${name} ${change[name]}`);
  const place = [change.period, ...codes].join(", ");
  if (!change.old) return `${place}: added ${cellText(change.new)}`;
  if (!change.new) return `${place}: removed ${cellText(change.old)}`;
  return `${place}: ${cellText(change.old)} → ${cellText(change.new)}`;
}

function cellText(cell: Cell | null): string {
  if (!cell) return "nothing";
  if (cell.value !== null) return number(cell.value);
  if (cell.absence === "suppressed") return `suppressed (${cell.low} to ${cell.high})`;
  return (cell.absence ?? "nothing").replaceAll("-", " ");
}

function grouped(changes: readonly Change[], name: (change: Change) => string): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(name(change));
    if (group) group.push(change);
    else groups.set(name(change), [change]);
  }
  return groups;
}

function tally(changes: readonly Change[]): string {
  const kinds = ["added", "removed", "revised"] as const;
  return kinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${number(count)} ${kind}`)
    .join(", ");
}

function number(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 20 });
}
