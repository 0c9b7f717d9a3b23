/** One page of every kind that readers are led to, below its language. */
export const pageKinds = [
  "",
  "country/MLI/",
  "indicator/victims-detected/",
  "indicator/victims-by-citizenship/",
  "compare/",
  "flows/",
  "events/",
  "response/",
  "query/",
  "data/",
  "data/changes/",
  "data/methodology/",
  "definitions/",
  "embed/",
  "search/",
  "verify/",
];

/** Those, and the one that stands in for a page that was not kept. */
export const allKinds = [...pageKinds, "offline/"];
