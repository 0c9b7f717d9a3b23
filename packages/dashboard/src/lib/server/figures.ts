import { pathToFileURL } from "node:url";
import type { CatalogRelease, Indicator, IndicatorQuery, Manifest, Source } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, standingInstead, type OpenCatalog } from "@yeelen/query";
import { sourcesUsed } from "$lib/story/sources-used.ts";
import type { Asked } from "$lib/story/told.ts";
import { publishedFolder } from "../../../published-data.js";

/** The published figures as the pages are made from them. */
export interface Figures {
  readonly catalog: OpenCatalog;
  /** Those with figures, of the current releases, in the order in which the site names them. */
  readonly indicators: readonly Indicator[];
  /** The current release of every dataset that has one that stands. */
  readonly releases: readonly { readonly entry: CatalogRelease; readonly manifest: Manifest }[];
  /** Asks a question of the newest release. Throws for an indicator that no dataset holds. */
  ask(question: IndicatorQuery): Promise<Asked>;
  /** Where the indicators' figures come from, each source once. */
  sourcesOf(indicators: readonly string[]): readonly Source[];
}

const order = [
  "victims-detected",
  "victims-by-exploitation",
  "victims-by-citizenship",
  "victims-repatriated",
  "offences-recorded",
  "suspects",
  "prosecuted",
  "convicted",
  "sdg-16-2-2",
  "smuggling-offences",
];

let opened: Promise<Figures> | undefined;

/** Opens the catalogue once; every file read through it is checked against its manifest. */
export function figures(): Promise<Figures> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Figures> {
  const catalog = await openCatalog(pathToFileURL(`${publishedFolder}/`), { fetch: fetchFile });
  const standing = catalog.catalog.datasets.flatMap(({ dataset, releases: [newest] }) =>
    newest ? (standingInstead(catalog.catalog, `${dataset}/${newest.release}`) ?? []) : [],
  );
  const releases = await Promise.all(standing.map((id) => catalog.release(id)));
  const indicators = releases
    .flatMap(({ manifest }) => manifest.indicators)
    .filter(({ measures }) => measures.length > 0)
    .sort((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id));
  return {
    catalog,
    indicators,
    releases,
    ask: async (question) => {
      const answer = await catalog.query(question);
      const { manifest } = await catalog.release(answer.provenance.dataset);
      const provenance = { ...answer.provenance, sources: sourcesUsed(answer, manifest) };
      return { answer: { ...answer, provenance }, about: await catalog.about(question.indicator) };
    },
    sourcesOf(ids) {
      const held = releases.filter(({ manifest }) => manifest.indicators.some(({ id }) => ids.includes(id)));
      return [
        ...new Map(
          held.flatMap(({ manifest }) => manifest.sources).map((source) => [source.id, source]),
        ).values(),
      ];
    },
  };
}

function rank(indicator: string): number {
  const place = order.indexOf(indicator);
  return place === -1 ? order.length : place;
}
