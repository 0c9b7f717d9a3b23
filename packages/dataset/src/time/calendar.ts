const msPerDay = 86_400_000;

/** Days since 1 January 1970 in the Gregorian calendar; undefined for a day that no calendar has, such as 30 February. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return exists ? Math.round(date.getTime() / msPerDay) : undefined;
}

/** A day as ISO 8601 writes it: `2022-03-14`. */
export function isoDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The first day of a month; `month` counts from January and may lie outside of 1 to 12. */
export function firstOfMonth(year: number, month: number): number {
  return Math.round(Date.UTC(year, month - 1, 1) / msPerDay);
}

/** The Monday of an ISO 8601 week; undefined for a week that the year does not have, such as 2022-W53. */
export function mondayOfWeek(year: number, week: number): number | undefined {
  if (week < 1) return undefined;
  const monday = firstMonday(year) + 7 * (week - 1);
  return monday < firstMonday(year + 1) ? monday : undefined;
}

/** Year and number of the ISO 8601 week that begins on this Monday. */
export function weekOf(monday: number): readonly [year: number, week: number] {
  const year = new Date((monday + 3) * msPerDay).getUTCFullYear();
  return [year, (monday - firstMonday(year)) / 7 + 1];
}

/** The Monday of week 1: that of the week which holds 4 January. */
function firstMonday(year: number): number {
  const fourth = firstOfMonth(year, 1) + 3;
  return fourth - weekday(fourth);
}

/** Days since Monday; day 0, 1 January 1970, was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
