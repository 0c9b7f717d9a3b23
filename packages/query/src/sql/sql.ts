import { dimensions, type Dimension } from "@yeelen/dataset/plain";

/** A piece of SQL: text of our own, and values that are bound or quoted, never pasted. */
export interface Sql {
  readonly parts: readonly (string | Value)[];
}

interface Value {
  readonly value: string | number;
}

/** `sql\`… ${value} …\``: strings and whole numbers become bound values, other pieces of SQL are spliced in. */
export function sql(text: TemplateStringsArray, ...values: readonly (Sql | string | number)[]): Sql {
  return {
    parts: text.flatMap((part, index) => {
      const value = values[index];
      if (value === undefined) return [part];
      return [part, ...(typeof value === "object" ? value.parts : [{ value }])];
    }),
  };
}

/** The name of a dimension's column; no other name can be made from data. */
export function column(dimension: Dimension, table?: "f" | "g" | "s" | "b" | "n" | "w"): Sql {
  if (!dimensions.includes(dimension)) throw new Error(`unknown dimension: ${String(dimension)}`);
  return { parts: [table ? `${table}.${dimension}` : dimension] };
}

export function join(pieces: readonly Sql[], separator = ", "): Sql {
  return { parts: pieces.flatMap((piece, index) => (index ? [separator, ...piece.parts] : piece.parts)) };
}

/** Numbered placeholders and their values, for an engine. */
export function toBound({ parts }: Sql): {
  readonly text: string;
  readonly values: readonly (string | number)[];
} {
  const values: (string | number)[] = [];
  const text = parts.map((part) => {
    if (typeof part === "string") return part;
    values.push(part.value);
    return typeof part.value === "number" ? `CAST($${values.length} AS INTEGER)` : `$${values.length}`;
  });
  return { text: text.join(""), values };
}

/** Named placeholders with their types and the values by name, as ClickHouse binds them. */
export function toClickHouse({ parts }: Sql): {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
} {
  const values: Record<string, string | number> = {};
  const text = parts.map((part) => {
    if (typeof part === "string") return part;
    const name = `p${Object.keys(values).length + 1}`;
    values[name] = part.value;
    return `{${name}:${typeof part.value === "number" ? "Int32" : "String"}}`;
  });
  return { text: text.join(""), values };
}

/** The same statement with its values written out and quoted, for pasting. */
export function toText({ parts }: Sql): string {
  return parts.map((part) => (typeof part === "string" ? part : quote(part.value))).join("");
}

/** A literal: text in single quotes, those within doubled; a whole number as digits. */
export function quote(value: string | number): string {
  if (typeof value === "string") {
    if (value.includes("\0")) throw new Error("cannot quote text with a NUL character");
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (!Number.isSafeInteger(value)) throw new Error(`cannot write a number that is not whole: ${value}`);
  return String(value);
}
