import { InputError } from "../errors.ts";
import type { Importer } from "./importer.ts";
import { ctdcKanon } from "./importers/ctdc-kanon.ts";
import { iomMissingMigrants } from "./importers/iom-missing-migrants.ts";
import { responseEvents } from "./importers/response-events.ts";
import { tipReport } from "./importers/tip-report.ts";
import { unSdg } from "./importers/un-sdg.ts";
import { unWpp } from "./importers/un-wpp.ts";
import { unodcCts } from "./importers/unodc-cts.ts";
import { unodcGlotip } from "./importers/unodc-glotip.ts";
import { untcTreaties } from "./importers/untc-treaties.ts";
import { worldBankPopulation } from "./importers/world-bank-population.ts";

/** Every source that `yeelen import` reads, in the order of the help. */
export const importers: readonly Importer[] = [
  unodcGlotip,
  unSdg,
  unodcCts,
  ctdcKanon,
  iomMissingMigrants,
  untcTreaties,
  tipReport,
  responseEvents,
  unWpp,
  worldBankPopulation,
];

/** The importer called `name`, by its id or another of its names. */
export function findImporter(name: string, among: readonly Importer[] = importers): Importer {
  const found = among.find((importer) => importer.id === name || importer.aliases?.includes(name));
  if (found) return found;
  throw new InputError(
    `unknown source: ${name}; expected one of ${among.map((importer) => importer.id).join(", ")}`,
  );
}
