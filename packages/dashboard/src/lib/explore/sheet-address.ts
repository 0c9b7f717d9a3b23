/** What is chosen on the sheet of countries: which, in which order, and as numbers or rates. */
export interface Sheet {
  readonly areas: readonly string[];
  readonly as: "value" | "rate";
}

/** The address of a sheet; nothing for all countries as numbers. */
export function sheetToAddress({ areas, as }: Sheet, all: readonly string[]): string {
  const params = new URLSearchParams();
  if (areas.join() !== all.join()) params.set("areas", areas.join(" "));
  if (as !== "value") params.set("as", as);
  return params.size > 0 ? `?${params}` : "";
}

/** The inverse; codes that are not on the sheet, and anything else, are left out. */
export function sheetFromAddress(search: string, all: readonly string[]): Sheet {
  const params = new URLSearchParams(search);
  const asked = params.get("areas")?.split(" ") ?? all;
  const areas = [...new Set(asked)].filter((code) => all.includes(code));
  return { areas: areas.length > 0 ? areas : all, as: params.get("as") === "rate" ? "rate" : "value" };
}
