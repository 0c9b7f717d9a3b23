import { cubeOf, type CountRow, type EventCube } from "$lib/events/cube.ts";
import { figures } from "./figures.ts";

export const incidentsDataset = "iom-missing-migrants";

interface Incident {
  readonly period: string;
  readonly area: string | null;
  readonly route: string;
  readonly cause: string;
  readonly dead_or_missing: string;
}

let made: Promise<EventCube> | undefined;

/** The incidents of the current release, counted once by year, country, route and cause. */
export function incidentCube(): Promise<EventCube> {
  made ??= count();
  return made;
}

async function count(): Promise<EventCube> {
  const { catalog } = await figures();
  const release = await catalog.release(incidentsDataset);
  const incidents = (await release.readJson("incidents.json")) as readonly Incident[];
  const rows = new Map<string, [...CountRow]>();
  for (const { period, area, route, cause, dead_or_missing } of incidents) {
    const key = JSON.stringify([period, area ?? "", route, cause]);
    const row = rows.get(key) ?? [Number(period), area ?? "", route, cause, 0, 0];
    row[4] += 1;
    row[5] += Number(dead_or_missing);
    rows.set(key, row);
  }
  return cubeOf([...rows.values()]);
}
