/** Counterparts that are not one country. */
export const specialCounterparts = {
  T: "Total",
  ABROAD: "Abroad, country not stated",
  FOREIGN: "Foreigners, country not stated",
  OTHER: "Other citizenships",
  UNKNOWN: "Unknown",
  UNMAPPED: "Label not recognised",
} as const;
