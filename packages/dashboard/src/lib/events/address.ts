import { QuestionError } from "@yeelen/query/views";
import { readAddress, type Followed } from "../explore/read-address.ts";
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

/** Every parameter that the address of a choice may have. */
export const filterParameters = ["years", "route", "cause", "area"] as const;

/** The inverse; what the file does not hold is named and left out. */
export function filterFromAddress(search: string, cube: EventCube): Followed<EventFilter> {
  return readAddress(search, filterParameters, (params) => filterBy(params, cube));
}

function filterBy(params: URLSearchParams, cube: EventCube): EventFilter {
  const all = everything(cube);
  const chosen = (name: "area" | "route" | "cause", text: (code: string) => string) => {
    const asked = params.get(name)?.split(" ") ?? [];
    const held = cube.codes[name].map(text);
    const strange = asked.find((one) => !held.includes(one));
    if (strange !== undefined) throw new QuestionError(name, strange, held.join(", "));
    return cube.codes[name].filter((code) => asked.includes(text(code)));
  };
  const [first, last] = yearsOf(params.get("years"), all);
  return {
    first,
    last,
    area: chosen("area", (code) => code || none),
    route: chosen("route", slug),
    cause: chosen("cause", slug),
  };
}

/** Years beyond those of the file hold nothing, so a choice is cut to them; one that is outside altogether is refused. */
function yearsOf(text: string | null, { first: least, last: most }: EventFilter): readonly [number, number] {
  if (text === null) return [least, most];
  const [, from = "", to = ""] = /^(\d{4})\.\.(\d{4})$/.exec(text) ?? [];
  const [first, last] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))];
  if (from === "" || last < least || first > most)
    throw new QuestionError("years", text, `<first>..<last> from ${least} to ${most}`);
  return [Math.max(least, first), Math.min(most, last)];
}
