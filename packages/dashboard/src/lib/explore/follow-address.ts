import { onMount } from "svelte";
import { afterNavigate, replaceState } from "$app/navigation";
import { ownParameters } from "./own-parameters.ts";

/**
 * Calls `follow` with what the address bar asks of this page, whenever a reader comes here or moves within its history:
 * by a link, an address typed in, a reload, back and forward, from this page or another. What stands in the bar counts,
 * and not the address under which the router once opened the page: choices since then are written over it. What is not
 * the page's own goes from the bar, so that nobody copies it on. Called while a component is set up.
 */
export function followAddress(own: readonly string[], follow: (search: string) => unknown): void {
  let entered: string | undefined;

  function take(): void {
    const search = ownParameters(location.search, own);
    if (search !== location.search) replaceState(`${location.pathname}${search}${location.hash}`, {});
    follow(search);
  }

  afterNavigate(() => {
    entered = location.pathname;
    take();
  });
  onMount(() => {
    // choices on one page are one navigation of the router, which says nothing when a reader goes back among them
    const move = () => location.pathname === entered && take();
    addEventListener("popstate", move);
    return () => removeEventListener("popstate", move);
  });
}
