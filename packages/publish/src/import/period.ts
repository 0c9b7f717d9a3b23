/** A year as printed (`2018`, `2018.0`), or null for anything else. */
export function periodOf(printed: string): number | null {
  const year = /^((?:19|20)\d{2})(?:\.0+)?$/.exec(printed.trim())?.[1];
  return year === undefined ? null : Number(year);
}
