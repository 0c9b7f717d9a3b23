export {
  checkAreaList,
  everyArea,
  groupsOf,
  type AreaGroup,
  type AreaItem,
  type AreaList,
} from "./area-list.ts";
export { checkCodeList, codePattern, type Code, type CodeList } from "./code-list.ts";
export { hierarchyOf, type Hierarchy } from "./hierarchy.ts";
export { kindFault, kindOf, kindRules, kinds, type Kind, type KindRules, type Unit } from "./kinds.ts";
export {
  absenceStatuses,
  observationStatuses,
  readStatus,
  type ObservationStatus,
} from "./observation-status.ts";
export { publishedTogether, widestPatterns, type Pattern } from "./patterns.ts";
export {
  attributes,
  checkStructure,
  type Attribute,
  type Structure,
  type StructureDimension,
} from "./structure.ts";
export { StructureError } from "./structure-error.ts";
export { textIn, type Texts } from "./texts.ts";
