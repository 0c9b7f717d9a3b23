import type { Catalog, Manifest, View } from "@yeelen/dataset/plain";
import { fetchJson, type ViewRequest } from "./load-view.ts";

/** The view of the release asked for, or of the newest: catalogue, manifest, view, each checked against the one before. */
export async function followCatalog(request: ViewRequest, fetch: typeof globalThis.fetch): Promise<View> {
  const { address, manifest } = await followToManifest(request, fetch);
  const file = manifest.files.find((one) => one.path === request.path);
  if (!file) throw new Error(`by: no prebuilt figures for ${request.path}`);
  return fetchJson<View>(new URL(file.path, address), fetch, integrityOf(file.sha256));
}

/** The manifest of the release asked for, or of the newest, and its address. Throws for one that was withdrawn. */
export async function followToManifest(
  { src, indicator, release: asked }: Pick<ViewRequest, "src" | "indicator" | "release">,
  fetch: typeof globalThis.fetch,
): Promise<{ readonly address: URL; readonly manifest: Manifest }> {
  const catalog = await fetchJson<Catalog>(new URL("catalog.json", src), fetch);
  const dataset = catalog.datasets.find(({ indicators }) => indicators.includes(indicator));
  if (!dataset) throw new Error(`indicator: ${indicator} is not published at ${src}`);
  const wanted = asked && releaseIn(asked, dataset.dataset, indicator);
  const release = dataset.releases.find((one) =>
    wanted ? one.release === wanted : one.status === "current",
  );
  if (!release) throw new Error(`release: ${asked ?? "a current one"} is not published at ${src}`);
  if (release.status === "withdrawn") throw new Error(`release: withdrawn. ${release.erratum?.reason ?? ""}`);
  const address = new URL(release.manifest, src);
  return { address, manifest: await fetchJson<Manifest>(address, fetch, integrityOf(release.sha256)) };
}

/** Which release of a dataset is asked for, among one or several. */
function releaseIn(asked: string, dataset: string, indicator: string): string {
  const one = asked.split(/\s+/).find((each) => each.startsWith(`${dataset}/`));
  if (!one) throw new Error(`release: ${asked} does not hold ${indicator}; it is in ${dataset}`);
  return one.slice(dataset.length + 1);
}

/** The form of a hash that `fetch` and `<script integrity>` take. */
export function integrityOf(sha256: string): string {
  const bytes = (sha256.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16)));
  return `sha256-${btoa(bytes.join(""))}`;
}
