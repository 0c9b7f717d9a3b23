/** A mark on the time axis of one country: where it begins and ends, as shares of the axis. */
export interface AxisMark {
  readonly kind: "bound" | "span" | "event";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lane: number;
}

export interface AxisInput {
  readonly kind: AxisMark["kind"];
  readonly date: string;
  readonly end: string | null;
  readonly text: string;
}

/** Places dated things between two years; what would touch its neighbour goes one lane down. `gap` is a share of the axis. */
export function axisMarks(
  inputs: readonly AxisInput[],
  [first, last]: readonly [number, number],
  gap = 0.025,
): readonly AxisMark[] {
  const ends: number[] = [];
  const place = (date: string, atEnd: boolean) => (yearOf(date, atEnd) - first) / (last + 1 - first);
  return [...inputs]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ kind, date, end, text }) => {
      const from = place(date, false);
      const to = kind === "span" ? place(end ?? date, true) : from;
      const free = ends.findIndex((taken) => taken + gap <= from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = to;
      return { kind, from, to, text, lane };
    });
}

/** A date as a year and its fraction; a month or a year alone counts from its first day, or to its last. */
function yearOf(date: string, atEnd: boolean): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return year + (atEnd ? 1 : 0);
  const months = month - 1 + (day === undefined ? (atEnd ? 1 : 0) : (day - 1) / 31);
  return year + months / 12;
}
