/** What can be asked of an indicator: see `docs/query.md` for each formula. */
export const measures = ["value", "rate", "share", "change", "index", "rank"] as const;
export type Measure = (typeof measures)[number];
