/** Newest first: release ids are years or days, so that text order is time order. */
export function newestFirst(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
