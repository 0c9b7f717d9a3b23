import type { Catalog, Manifest, View } from "@yeelen/dataset/plain";
import { fetchJson, type ViewRequest } from "./load-view.ts";

/** The view of the release asked for, or of the newest: catalogue, manifest, view, each checked against the one before. */
export async function followCatalog(request: ViewRequest, fetch: typeof globalThis.fetch): Promise<View> {
  const { address, manifest } = await followToManifest(request, fetch);
  const file = manifest.files.find((one) => one.path === request.path);
  if (!file) throw new Error(`by: no prebuilt figures for ${request.path}`);
  const view = await fetchJson<View>(new URL(file.path, address), fetch, integrityOf(file.sha256));
  return assertOf(`${manifest.dataset}/${manifest.release}`, view);
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
  const held = `${dataset.dataset}/${release.release}`;
  if (release.manifest !== `${held}/manifest.json`)
    throw new Error(`src: ${release.manifest} is not of ${held}`);
  const address = new URL(release.manifest, src);
  const manifest = await fetchJson<Manifest>(address, fetch, integrityOf(release.sha256));
  return { address, manifest: assertOf(held, manifest) };
}

/** A file of a release that says of itself that it is of that release; throws for one of another. */
export function assertOf<T extends Pick<Manifest, "dataset" | "release">>(release: string, file: T): T {
  if (`${file.dataset}/${file.release}` === release) return file;
  throw new Error(`src: a file of ${file.dataset}/${file.release} in the place of ${release}`);
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
