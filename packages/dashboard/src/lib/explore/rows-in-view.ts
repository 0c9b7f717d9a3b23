export interface RowsInView {
  /** The first row that is drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels of the rows that are not drawn. */
  readonly before: number;
  readonly after: number;
}

/** Which rows of a long table to draw: those in view, and some on either side so that scrolling shows no blank. */
export function rowsInView(
  count: number,
  {
    top,
    height,
    row,
    spare = 12,
  }: { readonly top: number; readonly height: number; readonly row: number; readonly spare?: number },
): RowsInView {
  const from = Math.max(0, Math.min(count, Math.floor(top / row) - spare));
  const to = Math.min(count, Math.ceil((top + height) / row) + spare);
  return { from, to: Math.max(from, to), before: from * row, after: (count - Math.max(from, to)) * row };
}
