/** One page of every kind that readers are led to, below its language. */
export const pageKinds = [
  "",
  "country/UKR/",
  "indicator/victims-by-citizenship/",
  "compare/",
  "flows/",
  "events/",
  "response/",
  "query/",
  "data/",
  "definitions/",
  "embed/",
  "search/",
];
