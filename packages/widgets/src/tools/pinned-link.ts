import type { Settings } from "../element/settings.ts";

const questionFields = ["areas", "period", "by", "where", "measure", "order", "limit"] as const;

/**
 * The page of the publishing site where the same question stands, of the same release: the site is where the folder of
 * the data is, and an indicator's page takes its question from the address.
 */
export function pinnedLink({ src, field }: Settings, release: string): string {
  const link = new URL(`../en/indicator/${encodeURIComponent(field("indicator") ?? "")}/`, src);
  for (const name of questionFields) {
    const value = field(name);
    if (value) link.searchParams.set(name, value);
  }
  link.searchParams.set("release", release);
  return link.href;
}
