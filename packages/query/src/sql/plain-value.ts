const wide = /^U?HUGEINT$/;

/**
 * A cell as JSON could hold it: whole numbers beyond 2⁵³ stay exact as text, and so do numbers that are none. The widest
 * whole numbers come from the engine as text, and are numbers where one holds them.
 */
export function plainValue(value: unknown, type: string): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
      return wholeNumber(String(value));
    default:
      return wide.test(type) ? wholeNumber(String(value)) : String(value);
  }
}

function wholeNumber(digits: string): string | number {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}
