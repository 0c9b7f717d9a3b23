import { existsSync, readFileSync } from "node:fs";
import type { IndicatorQuery } from "@yeelen/dataset";

export interface Fact {
  readonly query: IndicatorQuery;
  readonly value: number | null;
  readonly absence?: string;
}

const place = new URL("../../../shared/facts.json", import.meta.url);

/** Figures that any build must reproduce; none where the folder beside the project is not there. */
export const facts: readonly Fact[] = existsSync(place)
  ? JSON.parse(readFileSync(place, "utf8")).figures
  : [];
