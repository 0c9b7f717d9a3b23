import type { TimelineEvent } from "@yeelen/charts/timeline";
import type { Manifest } from "@yeelen/dataset/plain";
import type { Published } from "../element/chart-kind.ts";
import { assertOf, followToManifest, integrityOf } from "./follow-catalog.ts";
import { fetchJson, type ViewRequest } from "./load-view.ts";

/** The events of a release, and what must stand beside them. */
export interface Events extends Published {
  readonly events: readonly TimelineEvent[];
}

type EventsRequest = Pick<ViewRequest, "src" | "release" | "integrity">;

const indicator = "response-events";
const path = "events.json";
const underway = new Map<string, Promise<Events>>();

/**
 * The events of a release, each file refused by the browser if it differs from its hash. A pinned release is pinned by
 * the hash of its manifest. Elements that ask the same share their requests.
 */
export function loadEvents(request: EventsRequest, fetch: typeof globalThis.fetch): Promise<Events> {
  const key = [request.src, request.release, request.integrity].join(" ");
  let events = underway.get(key);
  if (!events) {
    events = fetchEvents(request, fetch);
    underway.set(key, events);
    events.catch(() => underway.delete(key));
  }
  return events;
}

async function fetchEvents(
  { src, release, integrity }: EventsRequest,
  fetch: typeof globalThis.fetch,
): Promise<Events> {
  if (!/^[a-z\d-]+\/[\da-z.-]+$/.test(release ?? "a/1"))
    throw new Error(`not allowed in release: ${release}; allowed: a dataset and a release, as a/2026`);
  const pinned = release && integrity ? new URL(`${release}/manifest.json`, src) : undefined;
  const { address, manifest } = pinned
    ? {
        address: pinned,
        manifest: assertOf(release ?? "", await fetchJson<Manifest>(pinned, fetch, integrity)),
      }
    : await followToManifest({ src, indicator, release }, fetch);
  const file = manifest.files.find((one) => one.path === path);
  const about = manifest.indicators.find((one) => one.id === indicator);
  if (!file || !about) throw new Error(`release: ${address} holds no events`);
  const events = await fetchJson<TimelineEvent[]>(new URL(path, address), fetch, integrityOf(file.sha256));
  const { dataset, release: held, sources } = manifest;
  return {
    dataset,
    release: held,
    events,
    about: { ...about, protection: manifest.protection.statement, sources },
  };
}
