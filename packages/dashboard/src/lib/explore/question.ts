import type { Dimension, Indicator, IndicatorQuery, Measure } from "@yeelen/dataset/plain";
import { areas } from "@yeelen/dataset/plain";
import { fromSearchParams, toSearchParams } from "@yeelen/query/views";

/** What the controls of the indicator page hold: always a whole question, with every country spelled out. */
export interface Chosen {
  readonly areas: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly by: Dimension | null;
  readonly measure: Measure;
  /** The country brought forward. */
  readonly forward: string | null;
}

export interface Scope extends Pick<Indicator, "id" | "period" | "measures" | "dimensions"> {
  /** Brought forward where nobody chose: the country with the most figures. */
  readonly forward: string | null;
}

/** Parameters of the page's own, beside those of the question. */
const own = ["forward"];

/** All countries, all years, in total, as a number, the country with the most figures brought forward. */
export function usual(scope: Scope): Chosen {
  return {
    areas: areas.map(({ code }) => code),
    first: scope.period[0],
    last: scope.period[1],
    by: null,
    measure: "value",
    forward: scope.forward,
  };
}

/** The question that the controls stand for. */
export function questionOf(chosen: Chosen, scope: Scope): IndicatorQuery {
  return {
    indicator: scope.id,
    areas: [...chosen.areas],
    period: [chosen.first, chosen.last],
    ...(chosen.by && { by: [chosen.by] }),
    ...(chosen.measure !== "value" && { measure: chosen.measure }),
  };
}

/** The address of what was chosen; nothing for the usual question. */
export function toAddress(chosen: Chosen, scope: Scope): string {
  if (isUsual(chosen, scope)) return "";
  const everywhere = chosen.areas.length === areas.length;
  const params = toSearchParams({ ...questionOf(chosen, scope), ...(everywhere && { areas: ["all"] }) });
  params.delete("indicator");
  if (chosen.forward) params.set("forward", chosen.forward);
  return `?${params}`;
}

/** The inverse of `toAddress`. Throws `QuestionError` naming the parameter, its value and what is allowed. */
export function fromAddress(search: string, scope: Scope): Chosen {
  const params = new URLSearchParams(search);
  if (![...params.keys()].length) return usual(scope);
  params.set("indicator", scope.id);
  if (!params.has("areas")) params.set("areas", "all");
  if (!params.has("period")) params.set("period", scope.period.join(".."));
  const question = fromSearchParams(params, { ignore: own });
  const period = Array.isArray(question.period) ? question.period : scope.period;
  const held = question.areas.includes("all") ? areas.map(({ code }) => code) : question.areas;
  const forward = params.get("forward");
  return {
    areas: areas.map(({ code }) => code).filter((code) => held.includes(code)),
    first: Math.max(scope.period[0], Math.min(period[0], scope.period[1])),
    last: Math.min(scope.period[1], Math.max(period[1], scope.period[0])),
    by: question.by?.[0] ?? null,
    measure: question.measure ?? "value",
    forward: forward && held.includes(forward) ? forward : null,
  };
}

/** What cannot be asked is mended: a share needs a breakdown, the country brought forward must be among those shown. */
export function mended(chosen: Chosen, scope: Scope): Chosen {
  const by = chosen.by && scope.dimensions.includes(chosen.by) ? chosen.by : null;
  const [breakdown = null] = scope.dimensions;
  return {
    ...chosen,
    first: Math.min(chosen.first, chosen.last),
    last: Math.max(chosen.first, chosen.last),
    by: chosen.measure === "share" ? (by ?? breakdown) : by,
    forward: chosen.forward && chosen.areas.includes(chosen.forward) ? chosen.forward : null,
  };
}

function isUsual(chosen: Chosen, scope: Scope): boolean {
  return JSON.stringify(chosen) === JSON.stringify(usual(scope));
}
