import type { EventCube } from "./cube.ts";
import { everything, type EventFilter } from "./filter.ts";

/** A code as addresses and phrases have it: `Sahara Desert` is `sahara-desert`. */
export function slug(code: string): string {
  return code
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}

/** What stands in an address for incidents without a country. */
const none = "none";

/** The address of a choice; nothing for everything. */
export function filterToAddress(filter: EventFilter, cube: EventCube): string {
  const all = everything(cube);
  const params = new URLSearchParams();
  if (filter.first !== all.first || filter.last !== all.last)
    params.set("years", `${filter.first}..${filter.last}`);
  if (filter.route.length > 0) params.set("route", filter.route.map(slug).join(" "));
  if (filter.cause.length > 0) params.set("cause", filter.cause.map(slug).join(" "));
  if (filter.area.length > 0) params.set("area", filter.area.map((code) => code || none).join(" "));
  return params.size > 0 ? `?${params}` : "";
}

/** The inverse; what the file does not hold is left out. */
export function filterFromAddress(search: string, cube: EventCube): EventFilter {
  const params = new URLSearchParams(search);
  const all = everything(cube);
  const [, first = "", last = ""] = /^(\d{4})\.\.(\d{4})$/.exec(params.get("years") ?? "") ?? [];
  const inside = (year: number) => Math.max(all.first, Math.min(all.last, year));
  const years = first ? [inside(Number(first)), inside(Number(last))] : [all.first, all.last];
  const chosen = (name: "area" | "route" | "cause", text: (code: string) => string) => {
    const asked = params.get(name)?.split(" ") ?? [];
    return cube.codes[name].filter((code) => asked.includes(text(code)));
  };
  return {
    first: Math.min(...years),
    last: Math.max(...years),
    area: chosen("area", (code) => code || none),
    route: chosen("route", slug),
    cause: chosen("cause", slug),
  };
}
