import { readFile } from "node:fs/promises";
import type { Catalog } from "@yeelen/dataset";
import { openPermalink, openCatalog } from "@yeelen/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pinnedLink } from "../../packages/widgets/src/tools/pinned-link.ts";
import { host, type Host } from "../host.ts";

const release = "unodc-glotip/2025-04-14";

let site: Host;
beforeAll(async () => {
  site = await host({ "/figures/data/": "data/published" });
});
afterAll(() => site.close());

async function linkOf(fields: Record<string, string>, locale?: string): Promise<URL> {
  const settings = {
    src: new URL("/figures/data/", site.origin),
    field: (name: string) => fields[name] ?? null,
  };
  return new URL(await pinnedLink(settings, { release, locale }));
}

const one = { indicator: "victims-detected", areas: "MLI NER", period: "2019..2022" };

test("a question's link opens as its verified figures", async () => {
  const link = await linkOf(one, "fr-CA");
  expect(link.pathname).toBe("/figures/fr/verify/");
  const catalog = await openCatalog(`${site.origin}/figures/data/`, { fetch });
  const opened = await openPermalink(catalog, link.searchParams);
  expect(opened.verdict.status).toBe("verified");
  expect(opened.answer?.rows).toHaveLength(8);
});

test("its digest is that of the release's manifest", async () => {
  const { datasets } = JSON.parse(await readFile("data/published/catalog.json", "utf8")) as Catalog;
  const { releases = [] } = datasets.find(({ dataset }) => dataset === "unodc-glotip") ?? {};
  expect((await linkOf(one)).searchParams.get("manifest")).toBe(
    releases.find((entry) => entry.release === "2025-04-14")?.sha256,
  );
});

test.each([
  ["cannot be read", () => "{"],
  ["does not come", () => null],
  ["does not know the release", () => '{"datasets":[]}'],
])("where the catalogue %s, the link is pinned by name alone, on the indicator's page", async (_, sent) => {
  site.spoil = (path, content) => (path.endsWith("catalog.json") ? sent() : content);
  const link = await linkOf(one, "xx");
  site.spoil = (_, content) => content;
  expect(link.pathname).toBe("/figures/en/indicator/victims-detected/");
  expect(Object.fromEntries(link.searchParams)).toEqual({
    areas: "MLI NER",
    period: "2019..2022",
    release,
  });
});

test("several indicators lead to their sheet, events to the time axis of all countries", async () => {
  const sheet = await linkOf(
    { indicator: " victims-detected  convicted", areas: "MLI", measure: "rate" },
    "ar",
  );
  expect(sheet.pathname).toBe("/figures/ar/compare/");
  expect(Object.fromEntries(sheet.searchParams)).toEqual({
    areas: "MLI",
    indicators: "victims-detected convicted",
    as: "rate",
    release,
  });
  expect((await linkOf({ areas: "MLI" }, "uk")).pathname).toBe("/figures/uk/response/");
  expect((await linkOf({ indicator: "response-events", areas: "MLI" })).pathname).toBe(
    "/figures/en/response/",
  );
});
