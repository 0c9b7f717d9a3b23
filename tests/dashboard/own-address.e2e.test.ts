import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { existsSync } from "node:fs";

const dashboard = fileURLToPath(new URL("../../packages/dashboard", import.meta.url));
const published = existsSync(fileURLToPath(new URL("../../data/published/catalog.json", import.meta.url)));
const origin = "https://figures.example/below/";
const tags = languages.map(({ tag }) => tag);

describe.skipIf(!published)("a site that was told where it stands", () => {
  let server: ViteDevServer;
  let local: string;
  const before = { origin: process.env["YEELEN_ORIGIN"], folder: process.cwd() };

  beforeAll(async () => {
    process.env["YEELEN_ORIGIN"] = origin;
    process.chdir(dashboard);
    server = await createServer({
      root: dashboard,
      logLevel: "error",
      server: { port: 0, host: "127.0.0.1", watch: null },
    });
    await server.listen();
    local = server.resolvedUrls?.local[0] ?? "";
  });

  afterAll(async () => {
    await server?.close();
    process.chdir(before.folder);
    if (before.origin === undefined) delete process.env["YEELEN_ORIGIN"];
    else process.env["YEELEN_ORIGIN"] = before.origin;
  });

  async function text(path: string): Promise<string> {
    const response = await fetch(new URL(path, local));
    expect(response.status, path).toBe(200);
    return response.text();
  }

  const links = (html: string) =>
    [...html.matchAll(/<link ([^>]*)>/g)].map(([, attributes = ""]) =>
      Object.fromEntries(
        [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    );

  test.each(["en/", "ar/country/UKR/", "fr/indicator/convicted/"])(
    "%s names its own address, and the same page in every language",
    async (path) => {
      const html = await text(path);
      const rest = path.slice(3);
      const canonical = links(html).filter(({ rel }) => rel === "canonical");
      expect(canonical.map(({ href }) => href)).toEqual([`${origin}${path}`]);
      expect(html).toContain(`<meta property="og:url" content="${origin}${path}"`);
      const alternates = links(html).filter(({ rel, hreflang }) => rel === "alternate" && hreflang);
      expect(Object.fromEntries(alternates.map(({ hreflang, href }) => [hreflang, href]))).toEqual({
        ...Object.fromEntries(tags.map((tag) => [tag, `${origin}${tag}/${rest}`])),
        "x-default": `${origin}en/${rest}`,
      });
      expect(html).toMatch(
        new RegExp(`<meta property="og:image" content="${origin}${path.slice(0, 2)}/picture/`),
      );
    },
  );

  test("its sitemap lists a page once for each language, with its alternates", async () => {
    const map = await text("sitemap.xml");
    const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = ""]) => place);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length % tags.length).toBe(0);
    for (const tag of tags) expect(places).toContain(`${origin}${tag}/country/MLI/`);
    expect(places.some((place) => place.includes("offline"))).toBe(false);
    expect([...map.matchAll(/hreflang="x-default"/g)]).toHaveLength(places.length);
    expect(await text("robots.txt")).toContain(`Sitemap: ${origin}sitemap.xml`);
  });

  test.each([
    ["en/country/MLI/", "en/oembed/MLI.json", "line"],
    ["uk/indicator/convicted/", "uk/oembed/convicted.json", "line"],
  ])("%s names its oEmbed answer, a frame of the chart that it shows", async (path, answer, kind) => {
    const [link] = links(await text(path)).filter(({ type }) => type === "application/json+oembed");
    expect(link?.["href"]).toBe(`${origin}${answer}`);
    const rich = JSON.parse(await text(answer)) as Record<string, string>;
    expect(rich).toMatchObject({ version: "1.0", type: "rich", provider_url: origin });
    expect(rich["title"]).not.toBe("");
    const src = /<iframe [^>]*src="([^"]+)"/.exec(rich["html"] ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
    const frame = new URL(src);
    expect(`${frame.origin}${frame.pathname}`).toBe(`${origin}widgets/frame.html`);
    expect(frame.searchParams.get("kind")).toBe(kind);
    expect(frame.searchParams.get("lang") ?? "en").toBe(path.slice(0, 2));
    expect(frame.searchParams.get("release")).toBe(null);
    expect(rich["html"]).toMatch(/<script [^>]*integrity="sha384-/);
  });
});
