/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from "$service-worker";

/**
 * Keeps the site readable without a network, from the first visit on: the page that is being read, then, at leisure,
 * the scripts and the other pages of the reader's language, unless the reader asks to save data. Where there is a
 * network, pages and figures come from it, so that nothing kept here ever stands in for something newer. Stands on this
 * site alone: embedded charts, and what partners load, pass it by.
 */
const worker = self as unknown as ServiceWorkerGlobalScope & {
  readonly navigator: { readonly connection?: { readonly saveData?: boolean } };
};

/** What this site's caches are called: others stand on the same origin, another Yeelen below another path among them. */
const own = `yeelen ${base}/ `;
/** What one build of the site made. The next build keeps its own, and then removes these. */
const shell = `${own}shell-${version}`;
const pages = `${own}pages-${version}`;
/** Files of releases, which no build changes; every page checks them against their manifest. */
const figures = `${own}figures`;
const kept = [shell, pages, figures];

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([...files, ...offlinePages()])));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(own) && !kept.includes(name)) await caches.delete(name);
      await worker.clients.claim();
      for (const client of await worker.clients.matchAll({ type: "window" })) await keepAround(client.url);
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const path = url.pathname.slice(base.length);
  if (request.method !== "GET" || url.origin !== worker.location.origin || request.headers.has("range"))
    return;
  if (path.startsWith("/_app/immutable/")) event.respondWith(stored(request));
  else if (request.mode === "navigate") {
    if (request.destination !== "document" || /^\/(data|widgets)\//.test(path)) return;
    event.respondWith(page(request, path));
    event.waitUntil(keepAround(url.href));
  } else if (files.includes(url.pathname)) event.respondWith(stored(request));
  else if (path.startsWith("/data/")) {
    if (path.endsWith(".json")) event.respondWith(fresh(request, figures));
  } else if (path.endsWith("/__data.json") || path.endsWith(".svg")) event.respondWith(fresh(request, pages));
});

/** What never changes under its address: files named by their content. */
async function stored(request: Request): Promise<Response> {
  const cache = await caches.open(shell);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.status === 200 && !isEngine(request.url)) await cache.put(request, response.clone());
  return response;
}

/** What may change: from the network, and as it was last seen where there is none. */
async function fresh(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request);
    // a body that ends too soon must not fail the page that asked for it
    if (response.status === 200) void cache.put(request, response.clone()).catch(() => undefined);
    return response;
  } catch (error) {
    const found = await keptAs(request);
    if (found) return found;
    throw error;
  }
}

/** What this site kept under an address, whatever it asks for; what others keep on this origin is not looked at. */
async function keptAs(request: Request | string): Promise<Response | undefined> {
  for (const name of kept) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

/** A page, or the way to the one that says that it was not kept. */
async function page(request: Request, path: string): Promise<Response> {
  try {
    return await fresh(request, pages);
  } catch (error) {
    const offline = `${base}/${languageOf(path) ?? "en"}/offline/`;
    if (offline === new URL(request.url).pathname || !(await keptAs(offline))) throw error;
    return Response.redirect(offline);
  }
}

/**
 * Keeps the page at an address, then the other pages of its language and what they run on, each once. A newer build that
 * waits for this one to end is not kept waiting.
 */
async function keepAround(address: string): Promise<void> {
  const { origin, pathname } = new URL(address);
  if (origin !== worker.location.origin || !prerendered.includes(pathname)) return;
  await keep(pages, pathname);
  if (worker.navigator.connection?.saveData) return;
  const lang = languageOf(pathname.slice(base.length));
  const scripts = build.filter((path) => !isEngine(path)).map((path) => ({ name: shell, path }));
  const others = prerendered
    .filter((path) => lang && path.startsWith(`${base}/${lang}/`) && /\/$|\.svg$/.test(path))
    .map((path) => ({ name: pages, path }));
  for (const { name, path } of [...scripts, ...others]) {
    if (worker.registration.waiting) return;
    await keep(name, path);
  }
}

async function keep(name: string, path: string): Promise<void> {
  const cache = await caches.open(name);
  if (await cache.match(path)) return;
  const response = await fetch(path, { priority: "low" } as RequestInit).catch(() => undefined);
  if (response?.status === 200) await cache.put(path, response).catch(() => undefined);
}

/** The engine of the query page is eight megabytes: it is fetched when asked for, and left to the browser to keep. */
function isEngine(path: string): boolean {
  return path.includes("duckdb");
}

function languageOf(path: string): string | undefined {
  return /^\/([a-z]{2})\//.exec(path)?.[1];
}

function offlinePages(): string[] {
  return prerendered.filter((path) => path.endsWith("/offline/"));
}
