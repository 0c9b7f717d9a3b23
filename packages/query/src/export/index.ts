export { toArrow, toArrowParts } from "./arrow.ts";
export { comparisonNotes, comparisonTable, type ComparisonWords } from "./comparison.ts";
export { toCsv, toCsvParts } from "./csv.ts";
export { toParquet, toParquetParts } from "./parquet.ts";
