import { contradictionIn, download, IntegrityError, type Catalog } from "@yeelen/dataset/plain";

const statuses = ["current", "earlier", "superseded", "withdrawn"];

/** Reads `catalog.json` and checks its structure. Throws `IntegrityError` for a page or another file in its place. */
export async function readCatalog(url: URL, fetch: typeof globalThis.fetch): Promise<Catalog> {
  const bytes = await download(url, fetch);
  let catalog: unknown;
  try {
    catalog = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new IntegrityError(
      `not a catalogue: ${url} is not JSON; a page or another file was served in its place`,
      {
        cause,
      },
    );
  }
  const wrong = problem(catalog as Catalog);
  if (wrong) throw new IntegrityError(`not a catalogue: ${url}, ${wrong}`);
  return catalog as Catalog;
}

function problem(catalog: Partial<Catalog> | null): string | undefined {
  if (catalog?.schema !== "yeelen-catalog/1") return "field schema: expected yeelen-catalog/1";
  if (!Array.isArray(catalog.datasets)) return "field datasets: expected a list";
  if (catalog.texts !== undefined && !Array.isArray(catalog.texts)) return "field texts: expected a list";
  for (const [index, dataset] of catalog.datasets.entries()) {
    const place = `datasets.${index}`;
    if (!isText(dataset?.dataset)) return `field ${place}.dataset: expected a name`;
    if (!Array.isArray(dataset.indicators) || !dataset.indicators.every(isText))
      return `field ${place}.indicators: expected a list of ids`;
    if (!Array.isArray(dataset.releases) || !dataset.releases.length)
      return `field ${place}.releases: expected at least one`;
    for (const [at, release] of dataset.releases.entries()) {
      if (!isText(release?.release) || !isPath(release.manifest) || !/^[0-9a-f]{64}$/.test(release.sha256))
        return `field ${place}.releases.${at}: expected release, manifest (a path below the catalogue) and sha256`;
      if (!statuses.includes(release.status))
        return `field ${place}.releases.${at}.status: expected ${statuses.join(", ")}`;
    }
  }
  const odd = (catalog.texts ?? []).findIndex(
    (text) => !isPath(text?.path) || !Number.isInteger(text.bytes) || !/^[0-9a-f]{64}$/.test(text.sha256),
  );
  if (odd >= 0) return `field texts.${odd}: expected path (below the catalogue), bytes and sha256`;
  return contradictionIn(catalog as Catalog);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

// a manifest elsewhere would let a catalogue point at another origin
function isPath(value: unknown): value is string {
  return isText(value) && /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(value) && !value.includes("..");
}
