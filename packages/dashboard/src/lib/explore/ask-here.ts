import { resolve } from "$app/paths";
import { openCatalog, type OpenCatalog } from "@yeelen/query";
import { sourcesUsed } from "$lib/story/sources-used.ts";
import type { Ask } from "./explorer.svelte.ts";

let opened: Promise<OpenCatalog> | undefined;

/** Asks the figures that stand beside the site, each file checked against its manifest before a byte of it is used. */
export const askHere: Ask = async (question) => {
  opened ??= openCatalog(new URL(`${resolve("/")}data/`, location.href), {
    fetch: (...request) => fetch(...request),
  });
  opened.catch(() => (opened = undefined));
  const catalog = await opened;
  const answer = await catalog.query(question);
  const { manifest } = await catalog.release(answer.provenance.dataset);
  const provenance = { ...answer.provenance, sources: sourcesUsed(answer, manifest) };
  return { answer: { ...answer, provenance }, about: await catalog.about(question.indicator) };
};
