import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, toPermalink, type OpenCatalog } from "@yeelen/query";
import { beforeAll, expect, test } from "vitest";
import { pinnedColumn } from "../../../packages/dashboard/src/lib/explore/pinned-column.ts";
import { searchOf } from "../../../packages/dashboard/src/lib/explore/pasted-address.ts";
import { verifyAddress, type Outcome } from "../../../packages/dashboard/src/lib/explore/verify.ts";
import { publishMadeUp, type Published } from "../../query/published.ts";
import { english } from "../story/made-up.ts";

const question = {
  indicator: "people",
  areas: ["MLI", "NER"],
  period: [2010, 2016],
} satisfies IndicatorQuery;
const [earlier, newest] = ["made-up/2019-01-01", "made-up/2020-01-01"];

let published: Published;
let catalog: OpenCatalog;

beforeAll(async () => {
  published = await publishMadeUp();
  catalog = await openCatalog(published.url, { fetch: fetchFile });
}, 120_000);

function verify(search: string, fetch: typeof globalThis.fetch = fetchFile): Promise<Outcome> {
  const { signal } = new AbortController();
  return verifyAddress(search, { open: () => openCatalog(published.url, { fetch }), signal });
}

async function addressOf(more: Partial<IndicatorQuery> = {}): Promise<URLSearchParams> {
  return toPermalink(await catalog.query({ ...question, ...more }));
}

/** The same catalogue after somebody recorded an erratum about its newest release. */
async function withErratum(status: "superseded" | "withdrawn", by?: string): Promise<typeof fetch> {
  const content = JSON.parse(await readFile(fileURLToPath(published.url), "utf8"));
  const dataset = content.datasets.find((one: { dataset: string }) => one.dataset === "made-up");
  const erratum = { reason: "Two countries were exchanged.", date: "2021-03-01", ...(by && { by }) };
  Object.assign(dataset.releases[0], { status, erratum });
  Object.assign(dataset.releases[1], { status: "current" });
  return async (input, init) =>
    String(input).endsWith("catalog.json") ? Response.json(content) : fetchFile(input, init);
}

test("verifyAddress(address) verifies figures of the newest release", async () => {
  const outcome = await verify(`?${await addressOf()}`);
  expect(outcome).toMatchObject({ kind: "verified", release: newest, now: null });
  expect("before" in outcome && outcome.before?.rows.length).toBeGreaterThan(0);
});

test("verifyAddress(address) leaves out what other sites hang onto an address", async () => {
  const outcome = await verify(`?${await addressOf()}&utm_source=letter&fbclid=x&anything=y`);
  expect(outcome.kind).toBe("verified");
  expect((await verify("?utm_source=letter&colour=red")).kind).toBe("empty");
  expect((await verify("")).kind).toBe("empty");
});

test("verifyAddress(address) gives the figures of an older release, and the newer ones beside", async () => {
  const outcome = await verify(`?${await addressOf({ release: earlier })}`);
  expect(outcome).toMatchObject({ kind: "superseded", release: earlier });
  if (!("before" in outcome) || !outcome.before || !outcome.now) throw new Error("no figures");
  expect(outcome.before.provenance.release).toBe("2019-01-01");
  expect(outcome.now.provenance.release).toBe("2020-01-01");
  expect(outcome.before.rows).not.toEqual(outcome.now.rows);
});

test("verifyAddress(address) says why a release was withdrawn, shows none of its figures, and what stands now", async () => {
  const outcome = await verify(`?${await addressOf()}`, await withErratum("withdrawn", "2019-01-01"));
  expect(outcome).toMatchObject({
    kind: "withdrawn",
    before: null,
    now: { provenance: { release: "2019-01-01" } },
    opened: { verdict: { reason: "Two countries were exchanged." } },
  });
});

test("verifyAddress(address) follows an erratum to the release that it names", async () => {
  const outcome = await verify(`?${await addressOf()}`, await withErratum("superseded", "2019-01-01"));
  expect(outcome).toMatchObject({
    kind: "superseded",
    opened: { verdict: { by: earlier, reason: "Two countries were exchanged." } },
  });
});

test("verifyAddress(address) refuses a digest that is not the release's", async () => {
  const params = await addressOf();
  params.set("manifest", "0".repeat(64));
  const outcome = await verify(`?${params}`);
  expect(outcome).toMatchObject({
    kind: "altered",
    before: null,
    now: null,
    opened: { verdict: { expected: "0".repeat(64) } },
  });
});

test("verifyAddress(address) uses nothing of a file with one flipped byte", async () => {
  const flipped: typeof fetch = async (input, init) => {
    const response = await fetchFile(input, init);
    if (!String(input).includes("/views/")) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    return new Response(bytes);
  };
  const outcome = await verify(`?${await addressOf()}`, flipped);
  expect(outcome.kind).toBe("spoilt");
  expect("problem" in outcome && outcome.problem).toContain("nothing of it was used");
});

test("verifyAddress(address) says that the network gave nothing, which says nothing of the figure", async () => {
  const down: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await verify(`?${await addressOf()}`, down)).toEqual({
    kind: "unreachable",
    problem: "Failed to fetch",
  });
});

test.each([
  ["made-up/1999", [newest, earlier]],
  ["nobody/2020-01-01", []],
])("verifyAddress(address) knows no release %s", async (release, known) => {
  const params = await addressOf();
  params.set("release", release);
  expect(await verify(`?${params}`)).toEqual({ kind: "unknown", release, known });
});

test.each([
  ["?indicator=people&areas=MLI&period=2010..2016", "not allowed in release"],
  ["?indicator=people&areas=MLI&period=2010..2016&release=made-up/2020-01-01", "not allowed in manifest"],
  ["?areas=MLI", "not allowed in"],
  ["?indicator=people&areas=MLI&period=2010..2016&release=made-up/2020-01-01&manifest=xyz", "64 lower-case"],
  ["?release=../../etc&manifest=x", "not allowed in"],
])("verifyAddress(%s) names what is not allowed", async (search, problem) => {
  const outcome = await verify(search);
  expect(outcome.kind).toBe("malformed");
  expect("problem" in outcome && outcome.problem).toContain(problem);
});

test("searchOf(text) takes a whole address, or what follows its question mark", () => {
  expect(searchOf("https://a.example/en/verify/?indicator=people&release=x/1#top ")).toBe(
    "?indicator=people&release=x/1",
  );
  expect(searchOf("?indicator=people")).toBe("?indicator=people");
  expect(searchOf("people")).toBe("");
});

test("pinnedColumn(catalog, release) holds that release's figures and no other's", async () => {
  const found: unknown[] = [];
  for (const release of [earlier, newest]) {
    const cells = await pinnedColumn(catalog, { indicator: "people", release }, english);
    for (const [area, cell] of Object.entries(cells)) {
      if (!cell?.year) continue;
      const period: [number, number] = [cell.year, cell.year];
      const { rows } = await catalog.query({ indicator: "people", areas: [area], period, release });
      expect(cell.plain.value, area).toBe(rows[0]?.value);
    }
    found.push(Object.values(cells).map((cell) => cell?.plain.value));
  }
  expect(found[0]).not.toEqual(found[1]);
  await expect(pinnedColumn(catalog, { indicator: "persons", release: newest }, english)).rejects.toThrow(
    "release made-up/2020-01-01 does not hold the indicator persons",
  );
});
