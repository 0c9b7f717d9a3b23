import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Answer, IntegrityError, type IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import {
  openCatalog,
  openPermalink,
  QuestionError,
  toPermalink,
  viewsEngine,
  type OpenCatalog,
} from "@yeelen/query";
import { nativeEngine, recompute } from "@yeelen/query/native";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishMadeUp, type Published } from "./published.ts";

let published: Published;
let catalog: OpenCatalog;
const question = {
  indicator: "people",
  areas: ["MLI", "NER"],
  period: [2010, 2016],
  by: ["sex"],
  where: { age: "LT18" },
} satisfies IndicatorQuery;

beforeAll(async () => {
  published = await publishMadeUp();
  catalog = await openCatalog(published.url, { fetch: fetchFile, engines: [viewsEngine(), nativeEngine()] });
}, 120_000);
afterAll(async () => {
  await catalog?.close();
});

function counting(requests: string[]): typeof fetch {
  return (input, init) => {
    requests.push(String(input).replace(/.*\//, ""));
    return fetchFile(input, init);
  };
}

test("openCatalog(url).query(question) reads one small file, and none for a sub-question of it", async () => {
  const requests: string[] = [];
  const opened = await openCatalog(published.url, { fetch: counting(requests) });
  await opened.query(question);
  expect(requests).toEqual(["catalog.json", "manifest.json", "people.sex-age.json"]);
  await opened.query({ ...question, areas: ["MLI"], period: "latest", measure: "rate" });
  await opened.query({ indicator: "people", areas: ["MLI"], period: "last-2", by: ["sex"] });
  await opened.query({ indicator: "people", areas: ["MLI"], period: "last-2" });
  expect(requests).toHaveLength(3);
});

test("openCatalog(url).query(question) takes the smallest view that holds the question", async () => {
  const opened = await openCatalog(published.url, { fetch: fetchFile });
  const { provenance } = await opened.query({ indicator: "people", areas: ["MLI"], period: "latest" });
  expect(provenance.files.map((file) => file.path)).toEqual(["views/people.total.json"]);
});

test("openCatalog(folder) finds catalog.json in it", async () => {
  expect((await openCatalog(new URL(".", published.url), { fetch: fetchFile })).url.href).toBe(
    published.url.href,
  );
});

test("catalog.explain(question) says which engine answers, and why", async () => {
  expect(await catalog.explain(question)).toEqual({
    engine: "views",
    why: "views/people.sex-age.json holds every dimension of the question",
    release: "made-up/2020-01-01",
    view: { path: "views/people.sex-age.json", bytes: expect.any(Number) },
    passedOver: [],
  });
  expect((await catalog.explain(question, { engine: "native" })).why).toBe("native was asked for by name");
  await expect(catalog.explain(question, { engine: "abacus" })).rejects.toThrow(
    'not allowed in engine: "abacus"; allowed: views, native',
  );
});

test("catalog.about(indicator) tells what is counted and what to mind", async () => {
  expect(await catalog.about("people")).toMatchObject({
    definition: "Figures made up for a test.",
    caveats: ["These figures are made up."],
    protection: "Figures below 5 are published as a range.",
    period: [2010, 2016],
  });
  await expect(catalog.about("ghosts")).rejects.toThrow(
    'not allowed in indicator: "ghosts"; allowed: cases, forms, origins, people, population',
  );
});

test.each([
  [{ indicator: "ghosts" }, "indicator"],
  [{ areas: ["ATL"] }, "areas[0]"],
  [{ where: { age: "OLD" } }, "where.age"],
  [{ indicator: "population", where: {}, measure: "rate" }, "measure"],
  [{ release: "made-up/1999-01-01" }, "release"],
  [{ release: "elsewhere/2020-01-01" }, "release"],
] as [Partial<IndicatorQuery>, string][])(
  "catalog.query(%j) refuses by name, whatever the engine",
  async (wrong, field) => {
    const messages = [];
    for (const engine of ["views", "native"])
      messages.push(
        await catalog.query({ ...question, ...wrong }, { engine }).catch((error: unknown) => error),
      );
    expect(messages[0]).toBeInstanceOf(QuestionError);
    expect((messages[0] as QuestionError).field).toBe(field);
    expect(String(messages[0])).toBe(String(messages[1]));
  },
);

test("an answer of every engine fits the schema, but for the engine's name and its files", async () => {
  const views = await catalog.query(question, { engine: "views" });
  const native = await catalog.query(question, { engine: "native" });
  expect(Answer.parse(views)).toEqual(views);
  const alike = (answer: Answer) => ({
    ...answer,
    provenance: { ...answer.provenance, engine: "any", files: [] },
  });
  expect(alike(native)).toEqual(alike(views));
});

test.each(["value", "rate", "share", "change", "index", "rank"] as const)(
  "recompute(answer, release) runs the answer's own SQL on the Parquet files: %s",
  async (measure) => {
    const answer = await catalog.query({ ...question, measure, order: "-value", limit: 25 });
    const again = await recompute(answer, await catalog.release("made-up"));
    expect(again).toEqual({ equal: true, digest: answer.digest, rows: answer.rows });
  },
);

test("recompute(answer, release) says which row was changed, and runs no SQL but the question's own", async () => {
  const release = await catalog.release("made-up");
  const answer = await catalog.query(question);
  const rows = answer.rows.map((row, index) =>
    index === 2 ? { ...row, value: 1, low: 1, high: 1, absence: null } : row,
  );
  const changed = await recompute({ ...answer, rows }, release);
  expect(changed.equal).toBe(false);
  expect(changed.difference).toContain("row 3");
  const sql = "COPY (SELECT 1) TO 'stolen.csv'";
  await expect(recompute({ ...answer, provenance: { ...answer.provenance, sql } }, release)).rejects.toThrow(
    "not the question's SQL",
  );
});

test.each([
  ["views", "views/people.sex-age.json"],
  ["native", "observations.duckdb"],
])(
  "catalog.query(question, { engine: '%s' }) gives an error, never another figure, for one flipped byte",
  async (engine, path) => {
    const damaged: typeof fetch = async (input, init) => {
      const response = await fetchFile(input, init);
      if (!String(input).endsWith(path)) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return new Response(bytes);
    };
    const opened = await openCatalog(published.url, {
      fetch: damaged,
      engines: [viewsEngine(), nativeEngine()],
    });
    await expect(opened.query(question, { engine })).rejects.toThrow(IntegrityError);
    await opened.close();
  },
);

test.each([
  ["a page instead of JSON", "<!doctype html><title>Not found</title>"],
  ["another file", '{"schema": "other"}'],
  [
    "a catalogue that points elsewhere",
    '{"schema":"yeelen-catalog/1","datasets":[{"dataset":"a","indicators":[],"releases":[{"release":"1","manifest":"https://elsewhere/m.json","sha256":"' +
      "0".repeat(64) +
      '","status":"current"}]}]}',
  ],
])("openCatalog(url) refuses %s", async (_, text) => {
  await expect(
    openCatalog("https://data.example/", { fetch: async () => new Response(text) }),
  ).rejects.toThrow(/^not a catalogue: https:\/\/data\.example\/catalog\.json/);
});

test("openCatalog(url) refuses a manifest that the catalogue does not vouch for", async () => {
  const stale: typeof fetch = async (input, init) => {
    const response = await fetchFile(input, init);
    return String(input).endsWith("manifest.json") ? new Response(`${await response.text()} `) : response;
  };
  const opened = await openCatalog(published.url, { fetch: stale });
  await expect(opened.query(question)).rejects.toThrow("file differs from the catalogue");
});

test("openPermalink(catalog, address) verifies the figures of the very release", async () => {
  const answer = await catalog.query({ ...question, measure: "rate" });
  const address = toPermalink(answer).toString();
  expect(address).toContain("release=made-up%2F2020-01-01&manifest=");
  const opened = await openPermalink(catalog, new URLSearchParams(address));
  expect(opened.verdict).toEqual({
    status: "verified",
    text: "Verified: every figure is as published in made-up/2020-01-01.",
  });
  expect(opened.answer?.digest).toBe(answer.digest);
});

test("openPermalink(catalog, address) refuses the digest of other bytes", async () => {
  const params = toPermalink(await catalog.query(question));
  params.set("manifest", "0".repeat(64));
  const { verdict, answer } = await openPermalink(catalog, params);
  expect(answer).toBeUndefined();
  expect(verdict).toMatchObject({ status: "altered", expected: "0".repeat(64) });
  params.set("manifest", "x");
  await expect(openPermalink(catalog, params)).rejects.toThrow("64 lower-case hexadecimal digits");
});

test("openPermalink(catalog, address) gives the figure of the address and says what it is now", async () => {
  const newest = await catalog.query({ indicator: "people", areas: ["MLI"], period: "latest" });
  const year = newest.rows[0]?.period ?? 0;
  const one = { indicator: "people", areas: ["MLI"], period: [year, year] } satisfies IndicatorQuery;
  const before = await catalog.query({ ...one, release: "made-up/2019-01-01" });
  const now = await catalog.query(one);
  expect(before.rows).not.toEqual(now.rows);
  const { verdict, answer } = await openPermalink(catalog, toPermalink(before));
  expect(answer?.rows).toEqual(before.rows);
  expect(verdict).toMatchObject({
    status: "superseded",
    by: "made-up/2020-01-01",
    text: `Superseded by made-up/2020-01-01; the figure is now ${now.rows[0]?.value ?? now.rows[0]?.absence}.`,
    now: { digest: now.digest },
  });
});

test("openPermalink(catalog, address) says that a release was withdrawn, and why, and gives no figure", async () => {
  const params = toPermalink(await catalog.query(question));
  const content = JSON.parse(await readFile(fileURLToPath(published.url), "utf8"));
  const dataset = content.datasets.find((one: { dataset: string }) => one.dataset === "made-up");
  Object.assign(dataset.releases[0], {
    status: "withdrawn",
    erratum: { reason: "Two countries were exchanged.", date: "2021-03-01" },
  });
  const later: typeof fetch = async (input, init) =>
    String(input).endsWith("catalog.json") ? Response.json(content) : fetchFile(input, init);
  const { verdict, answer } = await openPermalink(await openCatalog(published.url, { fetch: later }), params);
  expect(verdict).toMatchObject({ status: "withdrawn", text: "Withdrawn: Two countries were exchanged." });
  expect(answer).toBeUndefined();
});

test("openCatalog(url).query(question) names the population's source for a rate, and only then", async () => {
  const publishers = async (measure: "value" | "rate") =>
    (await catalog.query({ ...question, measure })).provenance.sources.map((source) => source.title);
  const own = await publishers("value");
  const all = await publishers("rate");
  expect(own.length).toBeGreaterThan(0);
  expect(all.length).toBeGreaterThan(own.length);
  expect(all).toEqual(expect.arrayContaining(own));
});
