import type { Answer, Manifest } from "@yeelen/dataset";

/** The sources that an answer's figures rest on: who counted the population stands beside rates alone. */
export function sourcesUsed(
  { provenance, query }: Answer,
  { dataset, sources }: Pick<Manifest, "dataset" | "sources">,
): Answer["provenance"]["sources"] {
  const own = sources.find(({ id }) => id === dataset);
  if (query.measure === "rate" || !own) return provenance.sources;
  return provenance.sources.filter(({ title }) => title === own.title);
}
