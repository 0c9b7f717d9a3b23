import { areaGroups, areas, type IndicatorQuery } from "@yeelen/dataset/plain";
import { fromSearchParams, questionAttributes, QuestionError, toSearchParams } from "@yeelen/query/views";
import { kinds, obstacleTo, showsOneYear, usualKind, type Kind } from "./kinds.ts";
import { isUsual, questionOf, usual, type Chosen, type Scope } from "./question.ts";
import { readAddress, type Followed } from "./read-address.ts";

/** Parameters of the page's own, beside those of the question. */
const beside = ["kind", "year", "forward"] as const;

/** Every parameter that the address of a question may have. */
export const questionParameters: readonly string[] = [...questionAttributes, ...beside];

/** The address of what was chosen; nothing for the usual question. */
export function toAddress(chosen: Chosen, scope: Scope): string {
  if (isUsual(chosen, scope)) return "";
  const everywhere = chosen.areas.length === areas.length;
  const { first, last, year, kind, forward } = chosen;
  const question: IndicatorQuery = {
    ...questionOf(chosen, scope),
    areas: everywhere ? ["all"] : [...chosen.areas],
    period: [first, last],
  };
  const params = toSearchParams(question);
  params.delete("indicator");
  if (kind !== usualKind(scope)) params.set("kind", kind);
  if (year !== null && showsOneYear(kind)) params.set("year", String(year));
  if (forward) params.set("forward", forward);
  return `?${params}`;
}

/** The inverse of `toAddress`; what cannot be followed is named, and the rest of the question kept. */
export function fromAddress(search: string, scope: Scope): Followed<Chosen> {
  return readAddress(search, questionParameters, (params) => chosenBy(params, scope));
}

/** The inverse, for parameters of a question alone. Throws `QuestionError` naming the first that cannot be followed. */
export function chosenBy(params: URLSearchParams, scope: Scope): Chosen {
  if (params.size === 0) return usual(scope);
  params.set("indicator", scope.id);
  if (!params.has("areas")) params.set("areas", "all");
  if (!params.has("period")) params.set("period", scope.period.join(".."));
  const question = fromSearchParams(params, { ignore: beside });
  const held = heldAreas(question.areas);
  const [first, last] = yearsOf(question.period, scope);
  const given = params.get("kind");
  const kind = given ?? (question.period === "latest" ? "bar" : usualKind(scope));
  const by = question.by ?? [];
  const chosen: Chosen = {
    kind: oneOf("kind", kind, kinds) as Kind,
    areas: held,
    first,
    last,
    year: yearOf(params.get("year"), first, last),
    by: scope.dimensions.filter((dimension) => by.includes(dimension)),
    where: question.where ?? {},
    measure: question.measure ?? "value",
    forward: params.has("forward") ? oneOf("forward", params.get("forward"), held) : null,
    release: question.release === undefined ? null : oneOf("release", question.release, scope.releases),
  };
  checkParts(question, scope);
  const obstacle = obstacleTo(chosen, scope);
  if (obstacle === "share")
    throw new QuestionError("measure", "share", "share with by or where: it is a part of a total");
  if (obstacle === null) return chosen;
  if (given !== null) {
    const fit = kinds.filter((one) => obstacleTo({ ...chosen, kind: one }, scope) === null);
    throw new QuestionError("kind", given, `${fit.join(", ")} for this question`);
  }
  const fit = (["bar", "flow", "table"] as const).find(
    (one) => obstacleTo({ ...chosen, kind: one }, scope) === null,
  );
  return { ...chosen, kind: fit ?? "table" };
}

function heldAreas(asked: readonly string[]): readonly string[] {
  const codes = areas.map(({ code }) => code);
  const names = [...codes, ...Object.keys(areaGroups)];
  const held = asked.flatMap((name, index) => {
    const known = oneOf(`areas[${index}]`, name, names);
    return areaGroups[known] ?? [known];
  });
  return codes.filter((code) => held.includes(code));
}

/** Years beyond those of the indicator hold nothing, so a period is cut to them; one that is outside altogether is refused. */
function yearsOf(period: IndicatorQuery["period"], { period: held }: Scope): readonly [number, number] {
  const [least, most] = held;
  if (period === "latest") return held;
  if (typeof period === "string")
    return [Math.max(least, most - Number(period.slice("last-".length)) + 1), most];
  const [first, last] = period;
  if (last < least || first > most)
    throw new QuestionError("period", `${first}..${last}`, `years from ${least} to ${most}`);
  return [Math.max(least, first), Math.min(most, last)];
}

function yearOf(given: string | null, first: number, last: number): number | null {
  if (given === null) return null;
  const year = Number(given);
  if (/^\d{4}$/.test(given) && year >= first && year <= last) return year;
  throw new QuestionError("year", given, `a year from ${first} to ${last}`);
}

function checkParts({ by = [], where = {}, measure = "value", limit }: IndicatorQuery, scope: Scope): void {
  const dimensions = scope.dimensions.length > 0 ? scope.dimensions : ["nothing"];
  for (const dimension of by) oneOf("by", dimension, dimensions);
  for (const [dimension, code] of Object.entries(where)) {
    oneOf("where", dimension, dimensions);
    if (by.includes(dimension as never))
      throw new QuestionError("where", dimension, "a dimension that is not in by as well");
    const codes = scope.codes[dimension as never] as readonly string[] | undefined;
    if (dimension !== "counterpart" && codes) oneOf(`where.${dimension}`, code, codes);
  }
  oneOf("measure", measure, scope.measures);
  if (limit !== undefined) throw new QuestionError("limit", limit, "no limit: this page shows every figure");
}

function oneOf<Value extends string>(field: string, value: string | null, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new QuestionError(field, value, allowed.join(", "));
  return found;
}
