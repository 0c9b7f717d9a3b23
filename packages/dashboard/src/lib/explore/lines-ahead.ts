import type { EmbedLines } from "./embed-lines.ts";

/** Stands for the site's address in lines that are made before it is known. */
export const anySite = new URL("https://site.invalid/");

/** Lines made for `anySite`, as they read from a site that stands at `site`, which ends in a slash. */
export function standingAt(lines: EmbedLines, site: URL): EmbedLines {
  const there = (text: string) =>
    text.replaceAll(anySite.href, site.href).replaceAll(anySite.origin, site.origin);
  const { element, frame, policy } = lines;
  return {
    ...lines,
    element: element && there(element),
    frame: frame && there(frame),
    policy: there(policy),
  };
}
