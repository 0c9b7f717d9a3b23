/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from "$service-worker";

/**
 * Keeps the site readable without a network: its scripts and styles from the first visit on, then every page of the
 * reader's language, unless the reader asks to save data. Stands on this site alone; embedded charts know nothing of it.
 */
const worker = self as unknown as ServiceWorkerGlobalScope & {
  readonly navigator: { readonly connection?: { readonly saveData?: boolean } };
};

const shell = `shell-${version}`;
const pages = `pages-${version}`;
const figures = "figures";

/** The engine of the query page is eight megabytes: it is kept when it was asked for, never in advance. */
const isLight = (path: string) => !path.includes("duckdb");

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([...build.filter(isLight), ...files])));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => ![shell, pages, figures].includes(name)).map((name) => caches.delete(name)),
        ),
      ),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || request.headers.has("range"))
    return;
  if (build.includes(url.pathname) || files.includes(url.pathname)) event.respondWith(stored(request, shell));
  else if (/\/data\/.+\/.+\//.test(url.pathname) && url.pathname.endsWith(".json"))
    event.respondWith(stored(request, figures));
  else if (request.mode === "navigate") {
    event.respondWith(fresh(request, pages));
    event.waitUntil(keepLanguage(url));
  } else if (url.pathname.endsWith("/data/catalog.json") || url.pathname.endsWith("__data.json"))
    event.respondWith(fresh(request, pages));
});

/** What never changes under its address: files named by content, files of a release. Every figure is checked by the page. */
async function stored(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** What may change: from the network, and as it was last seen where there is none. */
async function fresh(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
    throw error;
  }
}

/** Fetches the other pages of the language once, at leisure. */
async function keepLanguage(url: URL): Promise<void> {
  if (worker.navigator.connection?.saveData) return;
  const [, lang] = /^\/([a-z]{2})\//.exec(url.pathname.slice(base.length)) ?? [];
  if (!lang) return;
  const cache = await caches.open(pages);
  for (const path of prerendered.filter((one) => one.startsWith(`${base}/${lang}/`))) {
    if (await cache.match(path)) continue;
    const response = await fetch(path).catch(() => undefined);
    if (!response) return;
    if (response.ok) await cache.put(path, response);
  }
}
