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

/** The inverse; codes that are not on the sheet, and anything else, are left out. */
export function sheetFromAddress(search: string, holds: SheetHolds): Sheet {
  const params = new URLSearchParams(search);
  const chosen = (name: string, all: readonly string[], usual: readonly string[]) => {
    const asked = params.get(name)?.split(" ") ?? usual;
    const held = [...new Set(asked)].filter((code) => all.includes(code));
    return held.length > 0 ? held : usual;
  };
  const releases = (params.get("release") ?? "").split(" ");
  return {
    areas: chosen("areas", holds.areas, holds.areas),
    indicators: chosen("indicators", holds.indicators, holds.usual),
    as: params.get("as") === "rate" ? "rate" : "value",
    releases: [...new Set(releases)].filter((one) => /^[a-z\d-]+\/\d[\da-z.-]*$/.test(one)),
  };
}
