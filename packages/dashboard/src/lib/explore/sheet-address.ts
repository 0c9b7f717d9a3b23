import { QuestionError } from "@yeelen/query/views";
import { readAddress, type Followed } from "./read-address.ts";

/** What is chosen on the sheet: countries and indicators in their order, numbers or rates, the releases it was pinned to. */
export interface Sheet {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  readonly as: "value" | "rate";
  /** `<dataset>/<release>` each; empty where the sheet follows the newest ones. */
  readonly releases: readonly string[];
}

/** What may stand on a sheet, and what stands there if nothing is said. */
export interface SheetHolds {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  readonly usual: readonly string[];
}

/** The address of a sheet; nothing for the usual one as numbers. */
export function sheetToAddress({ areas, indicators, as, releases }: Sheet, holds: SheetHolds): string {
  const params = new URLSearchParams();
  if (areas.join() !== holds.areas.join()) params.set("areas", areas.join(" "));
  if (indicators.join() !== holds.usual.join()) params.set("indicators", indicators.join(" "));
  if (as !== "value") params.set("as", as);
  if (releases.length > 0) params.set("release", releases.join(" "));
  return params.size > 0 ? `?${params}` : "";
}

/** Every parameter that the address of a sheet may have. */
export const sheetParameters = ["areas", "indicators", "as", "release"] as const;

/** The inverse; codes that are not on the sheet, and what else cannot be followed, are named and left out. */
export function sheetFromAddress(search: string, holds: SheetHolds): Followed<Sheet> {
  return readAddress(search, sheetParameters, (params) => sheetBy(params, holds));
}

function sheetBy(params: URLSearchParams, holds: SheetHolds): Sheet {
  const chosen = (name: string, all: readonly string[], usual: readonly string[]) => {
    const asked = params.get(name)?.split(" ") ?? usual;
    const strange = asked.find((code) => !all.includes(code));
    if (strange !== undefined) throw new QuestionError(name, strange, all.join(", "));
    return [...new Set(asked)];
  };
  const as = params.get("as") ?? "value";
  if (as !== "value" && as !== "rate") throw new QuestionError("as", as, "value, rate");
  const releases = params.get("release")?.split(" ") ?? [];
  const strange = releases.find((one) => !/^[a-z\d-]+\/\d[\da-z.-]*$/.test(one));
  if (strange !== undefined) throw new QuestionError("release", strange, "<dataset>/<release>");
  return {
    areas: chosen("areas", holds.areas, holds.areas),
    indicators: chosen("indicators", holds.indicators, holds.usual),
    as,
    releases: [...new Set(releases)],
  };
}
