import { areaGroups, type Region } from "./area-groups.ts";

/** One country of the programme or its neighbour; ISO 3166-1 alpha-3 and M49 (leading zeros kept). */
export interface Area {
  readonly code: string;
  readonly m49: string;
  readonly name: string;
  readonly region: Region;
  readonly programme: boolean;
}

/**
 * The thirteen countries of GLO.ACT and Senegal, a neighbour whose institutions took part in the work with Mali.
 * Names: United Nations, short forms, English. Source of codes: UN Statistics Division, M49 standard.
 */
export const areas: readonly Area[] = [
  area("BLR", "112", "Belarus"),
  area("BRA", "076", "Brazil"),
  area("COL", "170", "Colombia"),
  area("EGY", "818", "Egypt"),
  area("KGZ", "417", "Kyrgyzstan"),
  area("LAO", "418", "Lao PDR"),
  area("MAR", "504", "Morocco"),
  area("MLI", "466", "Mali"),
  area("NER", "562", "Niger"),
  area("NPL", "524", "Nepal"),
  area("PAK", "586", "Pakistan"),
  area("SEN", "686", "Senegal"),
  area("UKR", "804", "Ukraine"),
  area("ZAF", "710", "South Africa"),
];

function area(code: string, m49: string, name: string): Area {
  const group = Object.keys(areaGroups).find(
    (key) => key.startsWith("region:") && areaGroups[key]?.includes(code),
  );
  if (!group) throw new Error(`area without a region: ${code}; add it to the regions of area-groups.ts`);
  const programme = areaGroups["programme"]?.includes(code) ?? false;
  return { code, m49, name, region: group.slice("region:".length) as Region, programme };
}
