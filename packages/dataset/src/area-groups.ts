const regions = {
  africa: ["EGY", "MAR", "MLI", "NER", "SEN", "ZAF"],
  americas: ["BRA", "COL"],
  asia: ["KGZ", "LAO", "NPL", "PAK"],
  europe: ["BLR", "UKR"],
} as const;

const neighbours: readonly string[] = ["SEN"];

const all: readonly string[] = Object.values(regions).flat().sort();

/** Names for sets of areas that a question may use in place of codes; ISO 3166-1 alpha-3, ascending. */
export const areaGroups: Readonly<Record<string, readonly string[]>> = {
  all,
  programme: all.filter((code) => !neighbours.includes(code)),
  ...Object.fromEntries(Object.entries(regions).map(([region, codes]) => [`region:${region}`, codes])),
};

export type Region = keyof typeof regions;
