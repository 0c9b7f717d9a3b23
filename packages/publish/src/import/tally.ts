import { printable, shown } from "./label.ts";

/** What happened to every data row of a file: rows read = rows kept + rows left out, each for one named reason. */
export class Tally {
  #read = 0;
  readonly #leftOut = new Map<string, number>();
  readonly #unmapped = new Map<string, { column: string; label: string; rows: number }>();

  row(): void {
    this.#read += 1;
  }

  leaveOut(reason: string, rows = 1): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + rows);
  }

  /** A row that meets another of its key, with the same facts or with others. */
  meets(same: boolean): void {
    this.leaveOut(
      same
        ? "repeats another row, key and value alike (one is kept)"
        : "contradicts another row of the same key (the key is kept as conflicting)",
    );
  }

  /** A label of `column` that no code was found for. The row itself may still be kept. */
  unmapped(column: string, raw: string): void {
    const label = printable(raw);
    const key = `${column}\n${label}`;
    const entry = this.#unmapped.get(key) ?? { column, label, rows: 0 };
    entry.rows += 1;
    this.#unmapped.set(key, entry);
  }

  summary(): {
    rowsRead: number;
    rowsKept: number;
    leftOut: { reason: string; rows: number }[];
    unmapped: { column: string; label: string; rows: number }[];
  } {
    const leftOut = [...this.#leftOut]
      .map(([reason, rows]) => ({ reason, rows }))
      .sort((a, b) => b.rows - a.rows || compare(a.reason, b.reason));
    const unmapped = [...this.#shown()].sort(
      (a, b) => compare(a.column, b.column) || compare(a.label, b.label),
    );
    const rowsLeftOut = leftOut.reduce((sum, part) => sum + part.rows, 0);
    return { rowsRead: this.#read, rowsKept: this.#read - rowsLeftOut, leftOut, unmapped };
  }

  /** Labels that may not be shown in a file until someone has looked at them, for whoever runs the import. */
  notReviewed(): readonly { readonly column: string; readonly label: string; readonly rows: number }[] {
    return [...this.#unmapped.values()].filter(({ label }) => shown(label) !== label);
  }

  #shown(): Iterable<{ column: string; label: string; rows: number }> {
    const sums = new Map<string, { column: string; label: string; rows: number }>();
    for (const { column, label, rows } of this.#unmapped.values()) {
      const key = `${column}\n${shown(label)}`;
      sums.set(key, { column, label: shown(label), rows: rows + (sums.get(key)?.rows ?? 0) });
    }
    return sums.values();
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
