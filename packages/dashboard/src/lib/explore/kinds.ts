import type { Dimension } from "@yeelen/dataset/plain";
import type { Chosen, Scope } from "./question.ts";

/** How the indicator page can show an answer, in the order of its tabs. */
export const kinds = ["line", "bar", "map", "stack", "multiples", "flow", "table"] as const;
export type Kind = (typeof kinds)[number];

/** Why a kind cannot show what is chosen; each has a sentence for readers, `explore.obstacle.<name>`. */
export type Obstacle =
  "oneYear" | "oneArea" | "pairs" | "breakdown" | "share" | "noParts" | "noCounterpart" | "notAdditive";

const newestAlone: readonly Kind[] = ["bar", "map", "flow"];

/** Whether a kind shows one year: the newest known of each country, or the one that was chosen. */
export function showsOneYear(kind: Kind): boolean {
  return newestAlone.includes(kind);
}

/** The kind of the first look: a line needs years, so an indicator of a single one starts with bars. */
export function usualKind({ period }: Pick<Scope, "period">): Kind {
  return period[0] < period[1] ? "line" : "bar";
}

/** Why the kind cannot show the question as it stands; null where it can. */
export function obstacleTo(chosen: Chosen, scope: Scope): Obstacle | null {
  const { kind, by, where, measure, areas } = chosen;
  const pairs = by.includes("counterpart");
  const years = chosen.first < chosen.last;
  const additive = measure === "value" || measure === "share";
  if (measure === "share" && by.length === 0 && Object.keys(where).length === 0) return "share";
  switch (kind) {
    case "line":
      return pairs ? "pairs" : years ? null : "oneYear";
    case "multiples":
      if (areas.length < 2) return "oneArea";
      return pairs ? "pairs" : years ? null : "oneYear";
    case "bar":
      return pairs && areas.length > 1 ? "pairs" : null;
    case "map":
      return by.length > 0 ? "breakdown" : null;
    case "stack":
      if (partsOf(scope).length === 0) return "noParts";
      if (by.length === 0 || pairs) return "breakdown";
      return additive ? null : "notAdditive";
    case "flow":
      if (!scope.dimensions.includes("counterpart")) return "noCounterpart";
      if (by.length !== 1 || !pairs) return "breakdown";
      return additive ? null : "notAdditive";
    case "table":
      return null;
  }
}

/** What is chosen, as a kind needs it: a stack its parts and one country, a flow both ends, a map one figure each. */
export function adapted(chosen: Chosen, kind: Kind, scope: Scope): Chosen {
  const closed = chosen.by.filter((dimension) => dimension !== "counterpart");
  const [part] = partsOf(scope).filter((dimension) => !(dimension in chosen.where));
  const forward = chosen.forward ?? chosen.areas[0] ?? null;
  switch (kind) {
    case "stack":
      return { ...chosen, kind, forward, by: closed.length > 0 ? closed : part ? [part] : [] };
    case "flow":
      return { ...chosen, kind, by: scope.dimensions.includes("counterpart") ? ["counterpart"] : [] };
    case "map":
      return { ...chosen, kind, by: [] };
    case "bar":
      return { ...chosen, kind, by: chosen.areas.length > 1 ? closed : chosen.by };
    case "line":
    case "multiples":
      return { ...chosen, kind, by: closed };
    case "table":
      return { ...chosen, kind };
  }
}

/** The first kind that can show what is chosen, the present one if it can. */
export function fitting(chosen: Chosen, scope: Scope): Kind {
  const order: readonly Kind[] = [chosen.kind, usualKind(scope), "flow", "bar", "table"];
  return order.find((kind) => obstacleTo({ ...chosen, kind }, scope) === null) ?? "table";
}

function partsOf({ dimensions }: Pick<Scope, "dimensions">): Dimension[] {
  return dimensions.filter((dimension) => dimension !== "counterpart");
}
