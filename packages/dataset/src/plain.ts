/** What needs no schema library: code lists, the view's letters, hashes. Safe to load on a partner's page. */
export { absenceLetters, absences, codeLists, dimensions, TOTAL, type Dimension } from "./codes.ts";
export { specialCounterparts } from "./counterparts.ts";
export { measures, type Measure } from "./measures.ts";
export { areaGroups, type Region } from "./area-groups.ts";
export { areas, type Area } from "./areas.ts";
export { csvLines, csvText, harmless, type CsvCell } from "./csv.ts";
export { digestRows, sha256 } from "./digest.ts";
export type { Absence } from "./absence.ts";
export type { Answer, AnsweredRows, AnswerColumn, AnswerRow, Note, Provenance } from "./answer.ts";
export type { ComparedAbout, ComparedAnswer, Comparison, ComparisonWarning } from "./comparison.ts";
export type { Break, Indicator } from "./indicator.ts";
export type { IndicatorQuery } from "./indicator-query.ts";
export {
  download,
  downloadListed,
  FileMissing,
  IntegrityError,
  refusal,
  releaseFiles,
  type ReleaseFiles,
} from "./release-files.ts";
export type { Catalog, CatalogRelease, CatalogText } from "./catalog.ts";
export type { Manifest, ReleaseFile } from "./manifest.ts";
export type { Release } from "./release.ts";
export { contradictionIn, manifestPath, otherRelease } from "./release-names.ts";
export type { About, View } from "./view.ts";
export type { Source } from "./source.ts";
export * from "./structure/index.ts";
export * from "./time/index.ts";
