import { checkAreaList, type AreaList } from "./area-list.ts";
import { checkCodeList, type CodeList } from "./code-list.ts";
import { StructureError } from "./structure-error.ts";
import type { Texts } from "./texts.ts";

/** What figures are broken down by, beside area and period (SDMX Dimension). */
export interface StructureDimension {
  readonly id: string;
  readonly name: Texts;
  /** SDMX's concept, such as `SEX`. */
  readonly concept?: string | undefined;
  /** The code list that its values are from. */
  readonly codeList: string;
  /** The code of its total; without one a question must say which code it asks for. */
  readonly total?: string | undefined;
  /** `counterpart`: the other end of a flow, an area itself. */
  readonly role?: "counterpart" | undefined;
  /** Codes beside those of the list may come. */
  readonly open?: boolean | undefined;
}

/** What a figure may carry beside its value (SDMX Attribute): its status, a remark. */
export const attributes = ["status", "note"] as const;
export type Attribute = (typeof attributes)[number];

/** The shape of a dataset's figures (SDMX DataStructureDefinition): everything downstream iterates it. */
export interface Structure {
  readonly dimensions: readonly StructureDimension[];
  readonly codeLists: readonly CodeList[];
  readonly areas: AreaList;
  /** Attributes that come with every row of an answer. */
  readonly attributes: readonly Attribute[];
  /** How the office spells periods: see `PeriodStyle`. */
  readonly time?:
    { readonly firstMonth?: number | undefined; readonly yearsTogether?: boolean | undefined } | undefined;
}

/** Columns of observations that are no dimensions, and names that the statements of questions need for themselves. */
const taken = new Set(
  [
    "dataset indicator area period value low high absence status note line",
    "v lo hi why raw raw_low raw_high persons since f g s b n w m y span stored figure measured asked mark whole first_year",
  ].flatMap((names) => names.split(" ")),
);

const dimensionPattern = /^[a-z][a-z0-9_]{0,40}$/;

/** Checks that a structure agrees with itself. Throws `StructureError`; returns warnings. */
export function checkStructure(structure: Structure): string[] {
  const { dimensions, codeLists, areas, time } = structure;
  const warnings = [...codeLists.flatMap(checkCodeList), ...checkAreaList(areas)];
  refuseTwice(
    "code list",
    codeLists.map(({ id }) => id),
  );
  refuseTwice(
    "dimension",
    dimensions.map(({ id }) => id),
  );
  for (const dimension of dimensions) checkDimension(dimension, structure);
  const month = time?.firstMonth;
  if (month !== undefined && !(Number.isInteger(month) && month >= 1 && month <= 12))
    throw new StructureError("time.firstMonth", String(month), "a month from 1 to 12");
  return warnings;
}

function checkDimension({ id, codeList, total }: StructureDimension, { codeLists }: Structure): void {
  const field = `dimension ${id}`;
  if (!dimensionPattern.test(id))
    throw new StructureError("dimension", id, "lower-case letters, digits and _, first a letter");
  if (taken.has(id) || /_(label|place)$/.test(id))
    throw new StructureError("dimension", id, "a name that no column has already");
  const list = codeLists.find((candidate) => candidate.id === codeList);
  if (!list)
    throw new StructureError(
      `${field}, codeList`,
      codeList,
      codeLists.map((one) => one.id).join(", ") || "a code list of the structure",
    );
  if (total === undefined) return;
  const code = list.codes.find((candidate) => candidate.code === total);
  if (!code) throw new StructureError(`${field}, total`, total, `a code of ${codeList}`);
  if (code.parent !== undefined)
    throw new StructureError(
      `${field}, total`,
      `${total}, part of ${code.parent}`,
      "a code that is part of no other",
    );
}

function refuseTwice(what: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new StructureError(what, twice, "each one once");
}
