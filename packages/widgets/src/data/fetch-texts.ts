import type { Translations } from "@yeelen/charts/translations";
import type { Catalog, CatalogText } from "@yeelen/dataset/plain";
import { integrityOf } from "./follow-catalog.ts";
import { fetchJson } from "./load-view.ts";

const listed = new Map<string, Promise<readonly CatalogText[]>>();

/**
 * The texts at `path` below `src`, refused by the browser if they differ from the hash in the catalogue; none where it
 * lists none, or where a host has no catalogue: words then stay English, which is better than no figure.
 */
export async function fetchTexts(src: URL, path: string): Promise<Translations> {
  const text = (await textsListed(src)).find((one) => one.path === path);
  if (!text) return {};
  try {
    const response = await fetch(new URL(path, src), {
      credentials: "same-origin",
      referrerPolicy: "no-referrer",
      // a text keeps its address when a better word is found
      cache: "no-cache",
      integrity: integrityOf(text.sha256),
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return (await response.json()) as Translations;
  } catch (cause) {
    listed.delete(src.href);
    throw new Error(`src: ${path} is not as the catalogue lists it`, { cause });
  }
}

function textsListed(src: URL): Promise<readonly CatalogText[]> {
  let texts = listed.get(src.href);
  if (!texts) {
    texts = fetchJson<Catalog>(new URL("catalog.json", src), (...call) => fetch(...call)).then(
      (catalog) => catalog.texts ?? [],
      () => [],
    );
    listed.set(src.href, texts);
  }
  return texts;
}
