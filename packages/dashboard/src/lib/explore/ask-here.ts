import type { About, Answer, IndicatorQuery } from "@yeelen/dataset/plain";
import type { OpenCatalog, OpenedRelease } from "@yeelen/query";
import { sourcesUsed } from "$lib/story/sources-used.ts";
import { catalogHere, onEngineProgress } from "./engine-here.ts";
import type { Answered, Ask, AskHooks } from "./explorer.svelte.ts";
import { newerThan, standingOf } from "./standing.ts";

/**
 * Asks the figures that stand beside the site: a prebuilt file where one holds the answer, else DuckDB in this browser.
 * A question that pins a release is answered by it, and told what became of it; one that was withdrawn is not quoted any
 * more, its replacement answers.
 */
export const askHere: Ask = async (question, hooks) => {
  const catalog = await catalogHere();
  if (question.release === undefined)
    return { ...(await answered(catalog, question, hooks)), standing: null };
  const pinned = await catalog.release(question.release);
  const newer = await newerThan(catalog, pinned);
  if (pinned.entry.status === "withdrawn") {
    const now = await answered(catalog, { ...question, release: newer.id }, hooks);
    return { ...now, standing: standingOf(pinned, newer, { before: now.answer, now: now.answer }) };
  }
  const before = await answered(catalog, question, hooks);
  if (pinned.id === newer.id) return { ...before, standing: null };
  const now = await answered(catalog, { ...question, release: newer.id }, hooks).catch(() => null);
  return {
    ...before,
    standing: standingOf(pinned, newer, { before: before.answer, now: now?.answer ?? null }),
  };
};

async function answered(
  catalog: OpenCatalog,
  question: IndicatorQuery,
  { signal, onEngine, onProgress }: AskHooks,
): Promise<Omit<Answered, "standing">> {
  const { engine } = await catalog.explain(question);
  if (engine !== "views") onEngine();
  const stop = onEngineProgress(onProgress);
  try {
    const answer = await catalog.query(question, { signal });
    const release = await catalog.release(`${answer.provenance.dataset}/${answer.provenance.release}`);
    const provenance = { ...answer.provenance, sources: sourcesUsed(answer, release.manifest) };
    return { answer: { ...answer, provenance }, about: aboutOf(release, answer) };
  } catch (error) {
    // an engine that turned out not to run here says why when it is asked for again
    if (engine !== "views" && !signal.aborted) await catalog.explain(question);
    throw error;
  } finally {
    stop();
  }
}

/** What stands beside the figures in the very release that gave them. */
function aboutOf({ manifest }: OpenedRelease, { query }: Answer): About {
  const indicator = manifest.indicators.find(({ id }) => id === query.indicator);
  if (!indicator) throw new Error(`no indicator: ${query.indicator} in ${manifest.dataset}`);
  const { title, subject, definition, unit, measures, period, breaks, caveats, counterpartIs } = indicator;
  return {
    title,
    subject,
    definition,
    unit,
    measures,
    period,
    breaks,
    caveats,
    ...(counterpartIs && { counterpartIs }),
    protection: manifest.protection.statement,
    sources: manifest.sources.map(({ publisher, title: name, release, licence, url }) => ({
      publisher,
      title: name,
      release,
      licence,
      url,
    })),
  };
}
