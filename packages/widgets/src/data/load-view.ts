import { dimensions, type View } from "@yeelen/dataset/plain";
import type { FieldReader } from "@yeelen/query/views/slice";

export interface ViewRequest {
  /** Folder of the published data; ends with a slash. */
  readonly src: URL;
  /** Path of the view in its release, see `viewPath`. */
  readonly path: string;
  readonly indicator: string;
  /** `<dataset>/<release>`; the newest without it. */
  readonly release: string | undefined;
  /** `sha256-…` of the view's file, as the embed code of a pinned release carries it. */
  readonly integrity: string | undefined;
}

const underway = new Map<string, Promise<View>>();

/**
 * The view that answers a question, refused by the browser itself if it differs by one bit from its hash.
 * Pinned by release and `integrity`: one request. Otherwise catalogue, manifest, view, each checked against the one
 * before. Elements that ask the same share one request.
 */
export function loadView(request: ViewRequest, fetch: typeof globalThis.fetch): Promise<View> {
  const { src, release, path, integrity } = request;
  const key = [src, release, path, integrity].join(" ");
  let view = underway.get(key);
  if (!view) {
    view = fetchView(request, fetch);
    underway.set(key, view);
    view.catch(() => underway.delete(key));
  }
  return view;
}

async function fetchView(request: ViewRequest, fetch: typeof globalThis.fetch): Promise<View> {
  const { src, release, path, integrity, indicator } = request;
  const view =
    release && integrity
      ? await fetchJson<View>(new URL(`${release}/${path}`, src), fetch, integrity)
      : await (await import("./follow-catalog.ts")).followCatalog(request, fetch);
  const pinnedToOther = release && integrity && `${view.dataset}/${view.release}` !== release;
  if (view.schema !== "yeelen-view/1" || view.indicator !== indicator || pinnedToOther)
    throw new Error(`src: no figures for ${indicator} at ${path}`);
  return view;
}

/** A guest's request: no cookies to another origin, no referrer, the browser's own check of the content. An embed code may preload it. */
export async function fetchJson<T>(url: URL, fetch: typeof globalThis.fetch, integrity?: string): Promise<T> {
  const response = await fetch(url, {
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
    ...(integrity ? { integrity } : { cache: "no-cache" }),
  });
  if (!response.ok) throw new Error(`src: ${url} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Path of the smallest view that holds every dimension a question names in `by` and `where`. */
export function viewPath(indicator: string, field: FieldReader): string {
  const named = `${field("by")} ${field("where")}`.split(/[ ,]|:[^ ,]*/);
  const held = dimensions.filter((dimension) => named.includes(dimension));
  return `views/${indicator}.${held.join("-") || "total"}.json`;
}
