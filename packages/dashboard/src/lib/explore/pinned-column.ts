import type { OpenCatalog } from "@yeelen/query";
import type { Teller } from "../language/teller.ts";
import { sheetCells, type SheetCells } from "../story/sheet-column.ts";

/**
 * A column of the sheet from a release that is named, every file checked against its manifest, and the manifest against
 * the catalogue. Throws `IntegrityError` for a file that differs, and for an indicator that the release does not hold.
 */
export async function pinnedColumn(
  catalog: OpenCatalog,
  { indicator: id, release }: { readonly indicator: string; readonly release: string },
  t: Teller,
  signal?: AbortSignal,
): Promise<SheetCells> {
  const { manifest } = await catalog.release(release);
  const indicator = manifest.indicators.find((one) => one.id === id);
  if (!indicator) throw new Error(`release ${release} does not hold the indicator ${id}`);
  const question = { indicator: id, areas: ["all"], period: indicator.period, release };
  const options = signal ? { signal } : {};
  const values = await catalog.query(question, options);
  const rates = indicator.measures.includes("rate")
    ? await catalog.query({ ...question, measure: "rate" }, options)
    : null;
  return sheetCells({ values: values.rows, rates: rates?.rows ?? [], indicator }, t);
}
