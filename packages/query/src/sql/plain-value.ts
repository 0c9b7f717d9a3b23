/** A database value as JSON could hold it: whole numbers beyond 2⁵³ and nested values become text, dates ISO 8601. */
export function plainValue(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      return value instanceof Date
        ? value.toISOString()
        : JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
  }
}
