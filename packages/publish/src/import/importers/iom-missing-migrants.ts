import { countryOfName, isOurs } from "../country.ts";
import { byFirst } from "../event-rows.ts";
import { known, readCount } from "../figure.ts";
import type { EventTable, Importer } from "../importer.ts";
import { labelKey } from "../label.ts";
import { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import { releaseId } from "../release-id.ts";
import { sourceTable, type TableRow } from "../table.ts";
import { Tally } from "../tally.ts";
import { causes, routes } from "./iom-categories.ts";

interface Incident {
  readonly period: number;
  readonly area: string | null;
  readonly route: string;
  readonly cause: string;
  readonly dead: number | null;
  readonly missing: number | null;
  readonly deadOrMissing: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * IOM's Missing Migrants Project: incidents on migration routes. Kept are year, route, cause, country, counts and a
 * place to a tenth of a degree (about 11 km); never a name, a day, a sex, an age, a text or a link.
 */
export const iomMissingMigrants: Importer = {
  id: "iom-missing-migrants",
  title: "Missing Migrants Project: incidents on routes to Europe and in Africa",
  publisher: "International Organization for Migration (IOM)",
  licence: "CC BY 4.0",
  url: "https://missingmigrants.iom.int/",
  read(file) {
    const { release, remark } = releaseId({ given: file.release, path: file.path });
    const table = sourceTable(file, { columns });
    const tally = new Tally();
    const incidents: Incident[] = [];
    for (const row of table.rows) {
      tally.row();
      const incident = incidentOf(row, tally);
      if (typeof incident === "string") tally.leaveOut(incident);
      else incidents.push(incident);
    }
    const last = Math.max(...incidents.map(({ period }) => period));
    const blanked = incidents.filter(
      ({ dead, missing, deadOrMissing }) => (dead ?? 0) + (missing ?? 0) !== deadOrMissing,
    );
    return {
      release,
      observations: yearlySums(incidents, last, tally),
      tables: { "incidents.csv": tableOfIncidents(incidents) },
      tally,
      remarks: [
        remark,
        `${last} is the last year in the file and may not be complete: its incidents are in the table of incidents, its yearly sums are not made.`,
        "A country without an incident in a year has no figure for it: nobody may have looked, so it is not a zero.",
        "Incidents of one main ID are parts of one event with figures of their own: none is dropped.",
        `${blanked.length} incidents print a number of dead or missing that is no count; that cell is left empty and the publisher's sum of dead and missing is kept.`,
        "A cell that names several routes or causes is shown as several; one that names more than a country is shown without a country.",
      ],
    };
  },
};

const columns = [
  "Main ID",
  "Incident year",
  "No. dead",
  "No. missing",
  "No. dead/missing",
  "Route",
  "Cause of death (category)",
  "Country of Incident",
  "Latitude",
  "Longitude",
];

function incidentOf(row: TableRow, tally: Tally): Incident | string {
  const period = periodOf(row.get("Incident year"));
  if (period === null) return "not a year";
  const sum = readCount(row.get("No. dead/missing"), { most: 100_000 });
  if ("problem" in sum || sum.figure.value === null)
    return `dead and missing: ${"problem" in sum ? sum.problem : "no value"}`;
  const country = row.get("Country of Incident");
  const area = countryOfName(country);
  if (area === null && labelKey(country) !== "na") tally.unmapped("Country of Incident", country);
  return {
    period,
    area,
    route: routes.of(row.get("Route"), (label) => tally.unmapped("Route", label)),
    cause: causes.of(row.get("Cause of death (category)"), (label) =>
      tally.unmapped("Cause of death (category)", label),
    ),
    dead: countOf(row.get("No. dead")),
    missing: countOf(row.get("No. missing")),
    deadOrMissing: sum.figure.value,
    latitude: degreesOf(row.get("Latitude"), 90),
    longitude: degreesOf(row.get("Longitude"), 180),
  };
}

function yearlySums(incidents: readonly Incident[], last: number, tally: Tally) {
  const sums = new Map<string, { area: string; period: number; sum: number }>();
  for (const { area, period, deadOrMissing } of incidents) {
    if (area === null || !isOurs(area) || period === last) continue;
    const entry = sums.get(`${area} ${period}`) ?? { area, period, sum: 0 };
    entry.sum += deadOrMissing;
    sums.set(`${area} ${period}`, entry);
  }
  const set = new ObservationSet(iomMissingMigrants.id, tally);
  for (const { area, period, sum } of sums.values())
    set.add({ indicator: "route-deaths", area, period }, known(sum).figure);
  return set.observations();
}

function tableOfIncidents(incidents: readonly Incident[]): EventTable {
  const names = [
    "period",
    "area",
    "route",
    "cause",
    "dead",
    "missing",
    "dead_or_missing",
    "latitude",
    "longitude",
  ];
  const rows = incidents.map((incident) => [
    incident.period,
    incident.area,
    incident.route,
    incident.cause,
    incident.dead,
    incident.missing,
    incident.deadOrMissing,
    incident.latitude,
    incident.longitude,
  ]);
  return { columns: names, rows: rows.sort(byFirst(names.length)) };
}

function countOf(printed: string): number | null {
  const reading = readCount(printed, { most: 100_000 });
  return "figure" in reading ? reading.figure.value : null;
}

/** Degrees to one decimal, or null for anything that is no place on Earth. */
function degreesOf(printed: string, most: number): number | null {
  if (!/^-?\d{1,3}(\.\d+)?$/.test(printed)) return null;
  const degrees = Math.round(Number(printed) * 10) / 10;
  return Math.abs(degrees) <= most ? degrees + 0 : null;
}
