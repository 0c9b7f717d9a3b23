import { TableError } from "../table/cell.ts";

/** A JSON object whose fields have not been looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function fromJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch (cause) {
    throw new TableError("policy is not JSON: correct the file", { cause });
  }
}

export function objectOf(value: unknown, field: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TableError(`not an object: ${field} is ${JSON.stringify(value) ?? "missing"}`);
  return value as Fields;
}

export function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value))
    throw new TableError(`not a list: ${field} is ${JSON.stringify(value) ?? "missing"}`);
  return value as unknown[];
}

export function text(value: unknown, field: string): string {
  if (typeof value !== "string")
    throw new TableError(`not a text: ${field} is ${JSON.stringify(value) ?? "missing"}`);
  return value;
}

export function flag(value: unknown, field: string): boolean {
  if (typeof value !== "boolean")
    throw new TableError(`not true or false: ${field} is ${JSON.stringify(value) ?? "missing"}`);
  return value;
}

export function texts(value: unknown, field: string): string[] {
  return list(value, field).map((one, i) => text(one, `${field}[${i}]`));
}

export function codes(value: unknown, field: string): Record<string, string> {
  return mapValues(objectOf(value, field), (code, name) => text(code, `${field}.${name}`));
}

export function range(value: unknown, field: string): readonly [number, number] {
  const [low, high, ...more] = list(value, field);
  if (
    !Number.isSafeInteger(low) ||
    !Number.isSafeInteger(high) ||
    more.length > 0 ||
    (low as number) > (high as number)
  )
    throw new TableError(`not a range: ${field} is ${JSON.stringify(value)}; write [lowest, highest]`);
  return [low as number, high as number];
}

export function share(value: unknown, field: string): number {
  if (typeof value !== "number" || !(value > 0 && value <= 1))
    throw new TableError(`not a share: ${field} is ${String(value)}; a number above 0, at most 1`);
  return value;
}

export function oneOf<T extends string>(
  fields: Fields,
  name: string,
  allowed: readonly T[],
  fallback?: T,
): T {
  const value = fields[name] ?? fallback;
  if (!allowed.includes(value as T))
    throw new TableError(
      `unknown ${name}: ${JSON.stringify(value) ?? "missing"}; allowed: ${allowed.join(", ")}`,
    );
  return value as T;
}

export function allow(fields: Fields, field: string, names: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TableError(`unknown field: ${field} has ${unknown}; allowed: ${names.join(", ")}`);
}

export function mapValues<T>(fields: Fields, change: (value: unknown, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]));
}
