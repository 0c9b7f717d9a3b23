import type { CatalogRelease } from "@yeelen/dataset";
import type { Changes } from "@yeelen/query/changes";
import { releaseChanges } from "@yeelen/query/native";
import { figures } from "./figures.ts";

/** A release beside the one that it followed, and every figure on which they differ. */
export interface Succession extends Changes {
  readonly dataset: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** What somebody recorded about a release after it was published. */
export interface RecordedErratum extends NonNullable<CatalogRelease["erratum"]> {
  /** `<dataset>/<release>`. */
  readonly release: string;
  readonly status: "superseded" | "withdrawn";
}

let compared: Promise<readonly Succession[]> | undefined;

/** Every release of every dataset with figures against the one before it, the newest first; worked out once a build. */
export function successions(): Promise<readonly Succession[]> {
  compared ??= compare();
  return compared;
}

async function compare(): Promise<readonly Succession[]> {
  const { catalog } = await figures();
  const found: Succession[] = [];
  for (const { dataset, title, releases } of catalog.catalog.datasets)
    for (const [index, { release: to }] of releases.entries()) {
      const from = releases[index + 1]?.release;
      if (from === undefined) continue;
      const [older, newer] = [
        await catalog.release(`${dataset}/${from}`),
        await catalog.release(`${dataset}/${to}`),
      ];
      if (![older, newer].every(({ manifest }) => manifest.files.some(({ path }) => path === observations)))
        continue;
      found.push({ dataset, title, from, to, ...(await releaseChanges(older, newer)) });
    }
  return found;
}

const observations = "observations.parquet";

/** All errata that the catalogue holds, as it holds them. */
export async function recordedErrata(): Promise<readonly RecordedErratum[]> {
  const { catalog } = await figures();
  return catalog.catalog.datasets.flatMap(({ dataset, releases }) =>
    releases.flatMap(({ release, status, erratum }): RecordedErratum[] =>
      erratum && (status === "superseded" || status === "withdrawn")
        ? [{ ...erratum, release: `${dataset}/${release}`, status }]
        : [],
    ),
  );
}
