import { figures } from "./figures.ts";

/** What a country has signed and by what it is bound, as at one day. Days are ISO 8601. */
export interface Treaty {
  readonly area: string;
  readonly instrument: "CONVENTION" | "TRAFFICKING-PROTOCOL" | "SMUGGLING-PROTOCOL";
  readonly signed: string | null;
  readonly bound: string | null;
  readonly as_at: string;
}

/** A law, plan, body, budget or event; `date` and `end` are a day, a month or a year. */
export interface ResponseEvent {
  readonly area: string;
  readonly date: string;
  readonly end: string | null;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly record: string;
}

export interface Tier {
  readonly area: string;
  readonly period: string;
  readonly tier: string | null;
}

/** The event tables of the current releases, each file checked against its manifest; empty where a dataset is not published. */
export async function eventTables(): Promise<{
  readonly treaties: readonly Treaty[];
  readonly events: readonly ResponseEvent[];
  readonly tiers: readonly Tier[];
}> {
  const [treaties, events, tiers] = await Promise.all([
    table<Treaty>("untc-treaties", "treaties.json"),
    table<ResponseEvent>("response-events", "events.json"),
    table<Tier>("tip-report-tiers", "tiers.json"),
  ]);
  return { treaties, events, tiers };
}

async function table<Row>(dataset: string, path: string): Promise<readonly Row[]> {
  const { catalog } = await figures();
  if (!catalog.catalog.datasets.some((one) => one.dataset === dataset)) return [];
  const release = await catalog.release(dataset);
  return (await release.readJson(path)) as readonly Row[];
}
