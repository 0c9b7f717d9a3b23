import type { AnswerColumn, AnswerRow, Measure } from "@yeelen/dataset/plain";
import type { Asked } from "./ask.ts";

/** Rows in key order, put in the order asked for: by value, those without one last, ties as they came. */
export function arrange(rows: readonly AnswerRow[], order: Asked["order"]): readonly AnswerRow[] {
  if (order === "key") return rows;
  const sign = order === "value" ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value - b.value);
  });
}

/** The answer's columns: area, period, the dimensions of `by`, value, low, high, absence. */
export function columnsOf({ by, measure }: Asked, unit: string): AnswerColumn[] {
  const units: Record<Measure, string> = {
    value: unit,
    rate: `${unit}-per-100000`,
    share: "fraction",
    change: unit,
    index: "index",
    rank: "rank",
  };
  return [
    ...["area", "period", ...by].map((name) => ({ name, role: "dimension" as const })),
    { name: "value", role: "measure", unit: units[measure] },
    { name: "low", role: "bound" },
    { name: "high", role: "bound" },
    { name: "absence", role: "absence" },
  ];
}
