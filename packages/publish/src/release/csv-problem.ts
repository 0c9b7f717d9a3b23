import { CsvError } from "csv-parse/sync";

/** What is wrong with a CSV file that nobody may see: the kind and the line. The parser's own words quote cells. */
export function csvProblem(cause: unknown): string {
  if (!(cause instanceof CsvError)) return "not a CSV file";
  const kind = cause.code.replace(/^CSV_/, "").replaceAll("_", " ").toLowerCase();
  const { lines } = cause as { lines?: unknown };
  return `${kind}${typeof lines === "number" ? `, line ${lines}` : ""}`;
}
