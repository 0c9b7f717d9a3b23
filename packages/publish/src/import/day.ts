/** A day of the calendar written YYYY-MM-DD, or null for anything else, the thirtieth of February included. */
export function dayOf(printed: string): string | null {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(printed)) return null;
  const date = new Date(`${printed}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(printed) ? printed : null;
}

/** A day, a month (YYYY-MM) or a year, or null. */
export function dateOf(printed: string): string | null {
  if (/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(printed)) return printed;
  return dayOf(printed);
}
