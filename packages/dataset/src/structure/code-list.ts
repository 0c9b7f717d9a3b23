import { StructureError } from "./structure-error.ts";
import type { Texts } from "./texts.ts";

/** One item of a code list. The order of a list is that of its codes. */
export interface Code {
  readonly code: string;
  readonly name: Texts;
  /** The code that holds this one: its figures are part of that one's. */
  readonly parent?: string | undefined;
}

/** The values of a dimension (SDMX Codelist). Codes are the dataset's own, case kept. */
export interface CodeList {
  readonly id: string;
  readonly name?: Texts | undefined;
  readonly codes: readonly Code[];
}

/** What SDMX allows as an identifier, except a first sign that spreadsheets run as a formula. */
export const codePattern = /^[A-Za-z0-9_][A-Za-z0-9_@$-]{0,99}$/;

/**
 * Checks that codes are there once, that parents are there and that no code is above itself. Throws `StructureError`;
 * returns a sentence on what some offices really print and readers may trip over.
 */
export function checkCodeList({ id, codes }: CodeList): string[] {
  const byCode = new Map<string, Code>();
  for (const [index, item] of codes.entries()) {
    const field = `code list ${id}, code ${index + 1}`;
    if (!codePattern.test(item.code))
      throw new StructureError(
        field,
        item.code || "(empty)",
        "letters, digits, _, @, $ and -, first a letter, digit or _",
      );
    if (byCode.has(item.code))
      throw new StructureError(field, item.code, "each code once; this one is there before");
    byCode.set(item.code, item);
  }
  for (const { code, parent } of codes)
    if (parent !== undefined && !byCode.has(parent))
      throw new StructureError(`code list ${id}, parent of ${code}`, parent, "a code of the list");
  refuseCycles(id, byCode);
  const alike = alikeBut(codes);
  return alike
    ? [`code list ${id}: ${alike.count} codes differ from another in case alone, such as ${alike.first}`]
    : [];
}

function refuseCycles(id: string, byCode: ReadonlyMap<string, Code>): void {
  const sound = new Set<string>();
  for (const start of byCode.keys()) {
    const path = new Set<string>();
    let code: string | undefined = start;
    while (code !== undefined && !sound.has(code)) {
      if (path.has(code))
        throw new StructureError(
          `code list ${id}, parent of ${code}`,
          [...path, code].slice([...path].indexOf(code)).join(" in "),
          "no code that is part of itself",
        );
      path.add(code);
      code = byCode.get(code)?.parent;
    }
    for (const passed of path) sound.add(passed);
  }
}

function alikeBut(codes: readonly Code[]): { count: number; first: string } | undefined {
  const seen = new Map<string, string>();
  let count = 0;
  let first = "";
  for (const { code } of codes) {
    const folded = code.toLowerCase();
    const before = seen.get(folded);
    if (before === undefined) seen.set(folded, code);
    else {
      count += 1;
      first ||= `${before} and ${code}`;
    }
  }
  return count > 0 ? { count, first } : undefined;
}
