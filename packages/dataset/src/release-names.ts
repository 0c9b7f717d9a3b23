import type { Catalog } from "./catalog.ts";
import type { Manifest } from "./manifest.ts";

/** Where a release's manifest lies, below its catalogue. No other place is taken: a path says which release is read. */
export function manifestPath(dataset: string, release: string): string {
  return `${dataset}/${release}/manifest.json`;
}

/** What speaks against a manifest being that of a release, one clause; nothing if it names that release as its own. */
export function otherRelease(
  { dataset, release }: Pick<Manifest, "dataset" | "release">,
  wanted: Pick<Manifest, "dataset" | "release">,
): string | undefined {
  if (dataset === wanted.dataset && release === wanted.release) return undefined;
  return `describes ${dataset}/${release}; expected ${wanted.dataset}/${wanted.release}`;
}

/** Where a catalogue contradicts itself: a release at another's path, or one name, path or content for two. */
export function contradictionIn({ datasets }: Pick<Catalog, "datasets">): string | undefined {
  const seen = new Set<string>();
  const again = (what: string) => seen.size === seen.add(what).size;
  for (const [index, { dataset, releases }] of datasets.entries()) {
    if (again(dataset)) return `field datasets.${index}.dataset: ${dataset} is there twice; expected it once`;
    for (const [at, { release, manifest, sha256 }] of releases.entries()) {
      const place = `datasets.${index}.releases.${at}`;
      const path = manifestPath(dataset, release);
      if (manifest !== path) return `field ${place}.manifest: ${manifest}; expected ${path}`;
      if (again(path)) return `field ${place}.release: ${release} is there twice; expected it once`;
      if (again(sha256)) return `field ${place}.sha256: that of another release; expected its own`;
    }
  }
  return undefined;
}
