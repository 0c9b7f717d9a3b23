export { frequencyCounts } from "./microdata/frequencyCounts.ts";
export type { MissingRule } from "./microdata/frequencyCounts.ts";
export { kAnonymity } from "./microdata/kAnonymity.ts";
export type { KAnonymity } from "./microdata/kAnonymity.ts";
export { lDiversity } from "./microdata/lDiversity.ts";
export type { LDiversity } from "./microdata/lDiversity.ts";
export { Persons } from "./microdata/persons.ts";
export { rareCombinations } from "./microdata/rareCombinations.ts";
export type { RareCombination } from "./microdata/rareCombinations.ts";
export { suppressLocally } from "./microdata/suppressLocally.ts";
export type { Suppression, SuppressionOptions } from "./microdata/suppressLocally.ts";
export type { Column, Columns, Value } from "./microdata/columns.ts";

export { Table } from "./table/table.ts";
export { TableError } from "./table/cell.ts";
export type { Cell, CellStatus, Relation } from "./table/cell.ts";
export { addCrossTable, cellKey, crossTable } from "./table/crossTable.ts";
export type { CrossCell, Dimension } from "./table/crossTable.ts";
export { addRatio } from "./table/ratio.ts";
export type { Ratio, Rounding } from "./table/ratio.ts";
export { addEarlierReleases } from "./table/releases.ts";
export type { EarlierRelease, ReleaseOptions, WithReleases } from "./table/releases.ts";
export type { Revision } from "./table/revision.ts";

export { audit } from "./audit/audit.ts";
export type { AuditOptions } from "./audit/audit.ts";
export type { AuditResult, CellFinding, Verdict, Witness } from "./audit/result.ts";
export { checkCertificate, checkCertificates } from "./audit/certificate.ts";
export type { Certificate } from "./audit/certificate.ts";

export { protect } from "./protect/protect.ts";
export type { Protection } from "./protect/protect.ts";
export { roundDown } from "./protect/roundDown.ts";
export type { RoundedDown } from "./protect/roundDown.ts";

export { parsePolicy } from "./files/policy.ts";
export type { ColumnRole, Policy, RecordPolicy, TablePolicy } from "./files/policy.ts";
export { auditTables } from "./files/auditTables.ts";
export type { AuditTablesOptions } from "./files/auditTables.ts";
export { protectTables } from "./files/protectTables.ts";
export type { ProtectedTables, ProtectTablesOptions } from "./files/protectTables.ts";
export type { Observation } from "./files/observe.ts";
export { linkRecords } from "./files/linkRecords.ts";
export type { LinkedRecords } from "./files/linkRecords.ts";
export { auditRecords } from "./files/auditRecords.ts";
export type { AuditRecordsOptions } from "./files/auditRecords.ts";
export { readTables } from "./files/readTables.ts";
export type { TableFile } from "./files/readTables.ts";
export { dropContradictions } from "./files/contradictions.ts";
export { toJson, VERSIONS } from "./files/report.ts";
export type { AuditReport, PublicSummary, Rule, Violation } from "./files/report.ts";

export { findCanaries } from "./artefacts/findCanaries.ts";
export type { FoundCanary, PublishedFile } from "./artefacts/findCanaries.ts";
export { findHiddenValues } from "./artefacts/findHiddenValues.ts";
export type { HiddenCell, SaidValue } from "./artefacts/findHiddenValues.ts";
export { markObservation } from "./artefacts/markObservation.ts";

export { countCells } from "./table/countCells.ts";
export type { CellCounts, CountedDimension } from "./table/countCells.ts";
export { tabulate } from "./table/tabulate.ts";
export type { TabulateOptions } from "./table/tabulate.ts";
export { fictionalRegister, registerColumns } from "./register/fictionalRegister.ts";
export type { FictionalCase, FictionalRegister } from "./register/fictionalRegister.ts";
