import { createClient } from "@clickhouse/client";
import type { Release } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { clickhouseEngine, loadRelease } from "@yeelen/query/clickhouse";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPublished } from "../../packages/publish/src/clickhouse/load-published.ts";
import { expectEqualAnswers } from "../query/equality.ts";
import { facts } from "../query/facts.ts";
import { publishFigures, publishMadeUp, type Published } from "../query/published.ts";
import { clickhouseFront, type Front } from "./front.ts";

let front: Front;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  front = await clickhouseFront();
  client = createClient({ url: front.url });
});
afterAll(async () => {
  await client.close();
  await front.close();
});

async function openLoaded(published: Published): Promise<OpenCatalog> {
  const catalog = await openCatalog(published.url, {
    fetch: fetchFile,
    engines: [viewsEngine(), nativeEngine(), clickhouseEngine({ client })],
  });
  const said: string[] = [];
  const io = {
    stdout: { write: (text: string) => said.push(text) },
    stderr: { write: () => true },
    cwd: () => "/",
    env: {},
  };
  await loadPublished({ out: published.folder, datasets: [], url: front.url }, io);
  expect(said).toHaveLength(catalog.catalog.datasets.length);
  return catalog;
}

describe.each([
  ["figures made up to hold every kind of cell", publishMadeUp],
  ["the project's figures", publishFigures],
] as const)("%s", (_, publish) => {
  let published: Published;
  let catalog: OpenCatalog;
  beforeAll(async () => {
    published = await publish();
    catalog = await openLoaded(published);
  });
  afterAll(async () => {
    await catalog?.close();
  });

  test("ClickHouse and native DuckDB answer 500 questions alike, digest and notes", async () => {
    const { compared, measures } = await expectEqualAnswers(catalog, ["clickhouse", "native"], {
      numRuns: 500,
    });
    expect(compared).toBe(500);
    expect(measures.size).toBe(6);
  });

  test("values are bound, never written into the statement", async () => {
    const [{ indicators } = { indicators: [] }] = catalog.catalog.datasets;
    const [indicator = ""] = indicators;
    const { manifest } = await catalog.release(catalog.catalog.datasets[0]?.dataset ?? "");
    await catalog.query(
      { indicator, areas: manifest.areas.slice(0, 1), period: "latest" },
      { engine: "clickhouse" },
    );
    expect(front.asked.at(-1)).toContain("indicator = {p");
    expect(front.asked.at(-1)).not.toContain(`'${indicator}'`);
  });
});

describe.skipIf(facts.length === 0)("figures that any build must reproduce", () => {
  let published: Published;
  let catalog: OpenCatalog;
  beforeAll(async () => {
    published = await publishFigures();
    catalog = await openLoaded(published);
  });
  afterAll(async () => {
    await catalog?.close();
  });

  test.each(facts)("ClickHouse answers $query with $value $absence", async ({ query, value, absence }) => {
    const { rows } = await catalog.query(query, { engine: "clickhouse" });
    expect(rows).toEqual([expect.objectContaining({ value, absence: absence ?? null })]);
  });
});

test("loadPublished makes the tables on every node and keeps copies, if asked to", async () => {
  const asked: string[] = [];
  const release = {
    manifestSha256: "0123456789abcdef".repeat(4),
    manifest: { files: [] },
  } as unknown as Release;
  const recorder = {
    command: async ({ query }: { query: string }) => asked.push(query),
    insert: async () => undefined,
  };
  await loadRelease(release, {
    client: recorder,
    toStream: () => undefined,
    cluster: "north",
    replicated: true,
  });
  expect(asked[0]).toBe("CREATE DATABASE IF NOT EXISTS yeelen ON CLUSTER north");
  expect(asked[2]).toMatch(
    /^CREATE TABLE yeelen\.observations_0123456789abcdef_loading ON CLUSTER north [\s\S]* ENGINE = ReplicatedMergeTree ORDER BY \(indicator, area, period,/,
  );
  await expect(
    loadRelease(release, { client: recorder, toStream: () => undefined, cluster: "north; DROP" }),
  ).rejects.toThrow('not allowed in cluster: "north; DROP"');
});

test("ClickHouse says which release was not loaded", async () => {
  const published = await publishMadeUp();
  const catalog = await openCatalog(published.url, {
    fetch: fetchFile,
    engines: [clickhouseEngine({ client, database: "elsewhere" })],
  });
  await expect(catalog.query({ indicator: "cases", areas: ["MLI"], period: "latest" })).rejects.toThrow(
    "made-up/2020-01-01 is not in the database elsewhere: load it with yeelen publish --to clickhouse",
  );
});
