import { asset } from "$app/paths";

/**
 * Asks for the worker that keeps the site readable without a network. A page that may have none goes without: one in a
 * sandboxed frame, where even asking throws, or in a browser that was told to keep nothing.
 */
export async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(asset("/service-worker.js"));
  } catch {
    // the page itself lacks nothing
  }
}
