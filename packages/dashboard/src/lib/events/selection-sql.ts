import type { EventCube } from "./cube.ts";
import { everything, type EventFilter } from "./filter.ts";

/** The statement that lists the incidents of a choice one by one. */
export function selectionSql(filter: EventFilter, cube: EventCube): string {
  const all = everything(cube);
  const named = filter.area.filter((code) => code !== "");
  const areas = [
    ...(named.length > 0 ? [`area IN (${named.map(quoted).join(", ")})`] : []),
    ...(filter.area.includes("") ? ["area IS NULL"] : []),
  ].join(" OR ");
  const conditions = [
    ...(filter.first !== all.first || filter.last !== all.last
      ? [`CAST(period AS INTEGER) BETWEEN ${filter.first} AND ${filter.last}`]
      : []),
    ...(filter.route.length > 0 ? [`route IN (${filter.route.map(quoted).join(", ")})`] : []),
    ...(filter.cause.length > 0 ? [`cause IN (${filter.cause.map(quoted).join(", ")})`] : []),
    ...(areas === "" ? [] : [named.length > 0 && filter.area.includes("") ? `(${areas})` : areas]),
  ];
  return [
    "SELECT period, area, route, cause, dead, missing, dead_or_missing",
    "FROM incidents",
    ...conditions.map((condition, index) => `${index === 0 ? "WHERE" : "  AND"} ${condition}`),
    "ORDER BY period, CAST(dead_or_missing AS INTEGER) DESC",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
