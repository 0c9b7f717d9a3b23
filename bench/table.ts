/** One measured thing beside its goal. */
export interface Measured {
  readonly what: string;
  /** Empty for what is measured to explain another row. */
  readonly goal: string;
  readonly measured: string;
  /** Undefined where nothing could be measured, which `measured` then explains. */
  readonly met: boolean | undefined;
}

/** Prints what was measured as a Markdown table. */
export function printTable(title: string, rows: readonly Measured[]): void {
  console.log(`\n## ${title}\n`);
  console.log("| what | must | measured | |\n| --- | --- | --- | --- |");
  for (const { what, goal, measured, met } of rows)
    console.log(
      `| ${what} | ${goal} | ${measured} | ${met === undefined ? "not measured" : goal === "" ? "" : met ? "met" : "MISSED"} |`,
    );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
