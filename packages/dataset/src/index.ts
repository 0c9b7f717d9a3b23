export { Absence } from "./absence.ts";
export { Answer, AnswerColumn, AnswerRow, Note, Provenance } from "./answer.ts";
export { areaGroups, type Region } from "./area-groups.ts";
export { areas, type Area } from "./areas.ts";
export { Catalog, CatalogRelease, CatalogText, textPath } from "./catalog.ts";
export { absenceLetters, absences, codeLists, dimensions, subjects, TOTAL, type Dimension } from "./codes.ts";
export { specialCounterparts } from "./counterparts.ts";
export { measures, type Measure } from "./measures.ts";
export {
  ComparedAbout,
  comparisonCodes,
  ComparisonWarning,
  type ComparedAnswer,
  type Comparison,
} from "./comparison.ts";
export { Concept } from "./concept.ts";
export { digestRows, sha256 } from "./digest.ts";
export { Break, Indicator } from "./indicator.ts";
export { IndicatorQuery } from "./indicator-query.ts";
export { Manifest, Protection, ReleaseFile, Sha256 } from "./manifest.ts";
export { Observation, observationColumns, Period } from "./observation.ts";
export { openRelease, type Release, type ReleaseOptions } from "./release.ts";
export { download, IntegrityError, releaseFiles, type ReleaseFiles } from "./release-files.ts";
export { contradictionIn, manifestPath, otherRelease } from "./release-names.ts";
export { Source } from "./source.ts";
export * from "./structure/index.ts";
export {
  AreaList,
  CodeList,
  Grain,
  PeriodCode,
  Structure,
  StructureDimension,
  Texts,
  Unit,
} from "./structure/structure-schema.ts";
export * from "./time/index.ts";
export { About, View } from "./view.ts";
