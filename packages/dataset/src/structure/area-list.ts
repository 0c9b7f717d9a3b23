import { checkCodeList, type Code } from "./code-list.ts";
import { StructureError } from "./structure-error.ts";
import type { Texts } from "./texts.ts";

/** A place that figures are of: ISO 3166-1, ISO 3166-2 or an office's own code. */
export interface AreaItem extends Code {
  /** One of the list's levels. */
  readonly level?: string | undefined;
  /** United Nations M49, leading zeros kept, of a country. */
  readonly m49?: string | undefined;
}

/** The areas of an office, from large to small, and the names it has for sets of them. */
export interface AreaList {
  /** From the largest to the smallest: `country`, `region`, `district`. */
  readonly levels: readonly { readonly id: string; readonly name: Texts }[];
  readonly codes: readonly AreaItem[];
  /** Sets that a question may name in place of codes. */
  readonly groups: readonly AreaGroup[];
}

export interface AreaGroup {
  /** `programme`, `region:africa`. */
  readonly id: string;
  readonly name: Texts;
  readonly areas: readonly string[];
}

/** The group of all areas that an office has. */
export const everyArea = "all";

const groupPattern = /^[a-z][a-z0-9-]*(:[a-z0-9][a-z0-9-]*)?$/;
const levelPattern = /^[a-z][a-z0-9-]*$/;

/** Checks codes, levels and groups of areas. Throws `StructureError`; returns warnings. */
export function checkAreaList({ levels, codes, groups }: AreaList): string[] {
  const warnings = checkCodeList({ id: "areas", codes });
  const known = new Set(codes.map(({ code }) => code));
  const places = new Map(levels.map(({ id }, place) => [id, place]));
  for (const { id } of levels)
    if (!levelPattern.test(id))
      throw new StructureError("areas, level", id, "a lower-case word such as district");
  const levelOf = new Map(
    codes.map(({ code, level }) => [code, level === undefined ? undefined : places.get(level)]),
  );
  for (const { code, level, parent } of codes) {
    if (level !== undefined && !places.has(level))
      throw new StructureError(`areas, level of ${code}`, level, [...places.keys()].join(", ") || "no level");
    const [own, above] = [levelOf.get(code), parent === undefined ? undefined : levelOf.get(parent)];
    if (own !== undefined && above !== undefined && own <= above)
      throw new StructureError(`areas, parent of ${code}`, String(parent), "an area of a larger level");
  }
  for (const { id, areas } of groups) {
    const field = `areas, group ${id}`;
    if (!groupPattern.test(id) || id === everyArea || id.startsWith("level:") || known.has(id))
      throw new StructureError(
        field,
        id,
        "a lower-case word such as coast or region:north, no area's code, not all and no level",
      );
    const stranger = areas.find((code) => !known.has(code));
    if (stranger !== undefined) throw new StructureError(field, stranger, "areas of the list");
  }
  const twice = groups.find(({ id }, index) => groups.findIndex((group) => group.id === id) !== index);
  if (twice) throw new StructureError("areas, groups", twice.id, "each group once");
  return warnings;
}

/** Groups and levels with their areas, as questions name them: `all`, `coast`, `level:district`. */
export function groupsOf({ levels, codes, groups }: AreaList): Readonly<Record<string, readonly string[]>> {
  return {
    [everyArea]: codes.map(({ code }) => code),
    ...Object.fromEntries(groups.map(({ id, areas }) => [id, [...areas]])),
    ...Object.fromEntries(
      levels.map(({ id }) => [
        `level:${id}`,
        codes.filter(({ level }) => level === id).map(({ code }) => code),
      ]),
    ),
  };
}
