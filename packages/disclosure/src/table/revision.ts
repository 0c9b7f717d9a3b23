import { codesAt } from "./crossTable.ts";

/** Figures that an office recounted, so that they may have changed although nothing shows it. */
export interface Revision {
  /** The last release before the recount; any release if left out. */
  readonly since?: string;
  /** Codes of the figures; none: all of them. */
  readonly at: Readonly<Record<string, string>>;
}

/** Whether a cell is among the figures that were recounted. */
export function isDeclared({ at }: Revision, key: string): boolean {
  const wanted = Object.entries(at);
  if (wanted.length === 0) return true;
  const codes = codesAt(key);
  return wanted.every(([name, code]) => codes[name] === code);
}
