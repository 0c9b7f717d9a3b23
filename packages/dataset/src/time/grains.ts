/** How long a period is, longest first. A `financial-year` begins within a calendar year, `years` are several together. */
export const grains = [
  "years",
  "year",
  "financial-year",
  "half-year",
  "trimester",
  "quarter",
  "month",
  "week",
  "day",
] as const;
export type Grain = (typeof grains)[number];

/** Months of the grains that are made of months; several years and financial years begin with a month of their own. */
export const monthsOf = {
  year: 12,
  "financial-year": 12,
  "half-year": 6,
  trimester: 4,
  quarter: 3,
  month: 1,
} as const satisfies Partial<Record<Grain, number>>;

/** SDMX's code of a grain (CL_FREQ); `years` add how many, as in `A3`. */
export const frequencies: Readonly<Record<Grain, string>> = {
  years: "A",
  year: "A",
  "financial-year": "A",
  "half-year": "S",
  trimester: "T",
  quarter: "Q",
  month: "M",
  week: "W",
  day: "D",
};
