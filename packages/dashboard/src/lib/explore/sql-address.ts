const parameter = "sql";

/** The fragment of an address that holds a statement; a fragment never leaves the browser. */
export function sqlToHash(sql: string): string {
  return `#${parameter}=${encodeURIComponent(sql)}`;
}

/** The inverse; null for an address without a statement, or one that was cut off. */
export function sqlFromHash(hash: string): string | null {
  const [, text] = /^#sql=(.*)$/s.exec(hash) ?? [];
  if (!text) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
