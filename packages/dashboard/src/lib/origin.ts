import { site } from "./site.ts";

/**
 * Where the site will stand, ending in a slash: `YEELEN_ORIGIN` when it was built, else the configured one, else empty.
 * Only what must be absolute needs it: canonical addresses, languages' alternates, the sitemap.
 */
export const origin: string = withSlash(import.meta.env.YEELEN_ORIGIN ?? site.origin);

function withSlash(address: string): string {
  if (address === "") return "";
  if (!/^https?:\/\//.test(address))
    throw new Error(`not allowed in YEELEN_ORIGIN: ${address}; allowed: an http or https address`);
  return address.endsWith("/") ? address : `${address}/`;
}
