import type { Dimension, Indicator, IndicatorQuery, Measure } from "@yeelen/dataset/plain";
import { areas } from "@yeelen/dataset/plain";
import { adapted, fitting, obstacleTo, showsOneYear, usualKind, type Kind } from "./kinds.ts";

export type Where = Readonly<Partial<Record<Dimension, string>>>;

/** What the controls of the indicator page hold: always a whole question, with every country spelled out. */
export interface Chosen {
  readonly kind: Kind;
  readonly areas: readonly string[];
  readonly first: number;
  readonly last: number;
  /** The one year that bars, maps and flows show; null for the newest known of each country. */
  readonly year: number | null;
  readonly by: readonly Dimension[];
  /** Parts that the figures are narrowed to. */
  readonly where: Where;
  readonly measure: Measure;
  /** The country brought forward; of stacks, the one shown. */
  readonly forward: string | null;
  /** `<dataset>/<release>` where the figures are pinned; null for the newest. */
  readonly release: string | null;
}

export interface Scope extends Pick<Indicator, "id" | "period" | "measures" | "dimensions" | "codes"> {
  /** Brought forward where nobody chose: the country with the most figures. */
  readonly forward: string | null;
  /** `<dataset>/<release>` of every release that holds the indicator, the newest first. */
  readonly releases: readonly string[];
}

/** All countries, all years, in total, as a number, the country with the most figures brought forward. */
export function usual(scope: Scope): Chosen {
  return {
    kind: usualKind(scope),
    areas: areas.map(({ code }) => code),
    first: scope.period[0],
    last: scope.period[1],
    year: null,
    by: [],
    where: {},
    measure: "value",
    forward: scope.forward,
    release: null,
  };
}

/** The question that the controls stand for: of one year, or of one country, where the kind shows one. */
export function questionOf(chosen: Chosen, scope: Pick<Scope, "id">): IndicatorQuery {
  const { kind, year, by, where, measure, release, forward } = chosen;
  const alone = kind === "stack" ? (forward ?? chosen.areas[0]) : undefined;
  const single = showsOneYear(kind) ? year : null;
  return {
    indicator: scope.id,
    areas: alone === undefined ? [...chosen.areas] : [alone],
    period: single === null ? [chosen.first, chosen.last] : [single, single],
    ...(by.length > 0 && { by: [...by] }),
    ...(Object.keys(where).length > 0 && { where: { ...where } }),
    ...(measure !== "value" && { measure }),
    ...(release !== null && { release }),
  };
}

/** The question of the newest release. */
export function unpinned(question: IndicatorQuery): IndicatorQuery {
  const open = { ...question };
  delete open.release;
  return open;
}

/** What cannot be asked is mended: another kind where this one cannot show it, a breakdown for a share, the years in order. */
export function mended(chosen: Chosen, scope: Scope): Chosen {
  const first = Math.min(chosen.first, chosen.last);
  const last = Math.max(chosen.first, chosen.last);
  const narrowed = Object.keys(chosen.where).length > 0;
  const [part] = scope.dimensions;
  const by = scope.dimensions.filter((dimension) => chosen.by.includes(dimension));
  const whole = {
    ...chosen,
    first,
    last,
    year: chosen.year === null ? null : Math.max(first, Math.min(last, chosen.year)),
    by: chosen.measure === "share" && by.length === 0 && !narrowed && part ? [part] : by,
    where: Object.fromEntries(
      Object.entries(chosen.where).filter(([dimension]) => !by.includes(dimension as Dimension)),
    ),
    forward: chosen.forward && chosen.areas.includes(chosen.forward) ? chosen.forward : null,
  };
  const kept = whole.kind === "stack" ? adapted(whole, "stack", scope) : whole;
  return obstacleTo(kept, scope) === null ? kept : { ...whole, kind: fitting(whole, scope) };
}

export function isUsual(chosen: Chosen, scope: Scope): boolean {
  return JSON.stringify(chosen) === JSON.stringify(usual(scope));
}
