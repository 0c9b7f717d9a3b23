import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { built, folder } from "./site.ts";

const languages = ["en", "fr", "es", "pt", "ar", "ru", "uk"];

/** Pages that are shown by themselves, outside the site's frame. */
const apart = /^(.*\/404|404|index)\.html$/;

describe.skipIf(!built)("the files of the built site", () => {
  const pages = new Map<string, string>();
  const ids = new Map<string, Set<string>>();

  beforeAll(async () => {
    const files = (await readdir(folder, { recursive: true })).filter(
      (file) => file.endsWith(".html") && !/^(data|widgets)\//.test(file),
    );
    for (const file of files)
      // what a template holds is not in the page yet
      pages.set(
        file,
        (await readFile(join(folder, file), "utf8")).replace(/<template\b.*?<\/template>/gs, ""),
      );
    for (const [file, html] of pages)
      ids.set(file, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)));
  });

  const inFrame = () => [...pages].filter(([file]) => !apart.test(file));

  test("no link leads nowhere, nor to a part of a page that is not there", () => {
    const dead: string[] = [];
    for (const [file, html] of pages)
      for (const [, address = ""] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
        if (/^[a-z]+:/.test(address)) continue;
        const [path = "", part] = address.replace(/\?[^#]*/, "").split("#");
        const target = path === "" ? file : targetOf(startOf(file, html), path);
        if (!existsSync(join(folder, target))) dead.push(`${file}: ${address}`);
        else if (part && pages.has(target) && !ids.get(target)?.has(part)) dead.push(`${file}: ${address}`);
      }
    expect(dead).toEqual([]);
  });

  test("no picture, script or style that a page names is missing", () => {
    expect(pages.size).toBeGreaterThan(150);
    const dead: string[] = [];
    for (const [file, html] of pages) {
      const start = startOf(file, html);
      if (!existsSync(join(folder, start))) dead.push(`${file}: its base ${start}`);
      for (const [, address = ""] of html
        .replace(base, "")
        .matchAll(/(?:href|src|srcset)="([^"#?:]+)[^":]*"/g))
        if (!existsSync(join(folder, targetOf(start, address)))) dead.push(`${file}: ${address}`);
    }
    expect(dead).toEqual([]);
  });

  test("the data page prints the SHA-256 of every file it offers, as the file is", async () => {
    const html = pages.get("en/data/index.html") ?? pages.get("en/data.html") ?? "";
    const printed = [
      ...html.matchAll(/data\/([\w./-]+)"[^>]*>[\w./-]+<\/a>\s*<span[^>]*>SHA-256 <bdi>([0-9a-f]{64})</g),
    ];
    expect(printed.length).toBeGreaterThan(20);
    for (const [, path = "", digest] of printed)
      expect(
        createHash("sha256")
          .update(await readFile(join(folder, "data", path)))
          .digest("hex"),
        path,
      ).toBe(digest);
  });

  test("what a page names by an id stands there once", () => {
    const twice = [...pages].flatMap(([file, html]) => {
      const all = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
      return all.length === ids.get(file)?.size
        ? []
        : [`${file}: ${all.filter((id, at) => all.indexOf(id) !== at).join(" ")}`];
    });
    expect(twice).toEqual([]);
  });

  test("every page has its own title and description, and a picture that is there", () => {
    expect(inFrame().length).toBeGreaterThan(200);
    const titles = new Map<string, string>();
    for (const [file, html] of inFrame()) {
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
      expect(title, file).toMatch(/\S · Yeelen$/);
      const lang = file.split("/")[0] ?? "";
      const same = `${lang} ${title}`;
      expect(titles.get(same) ?? file, `${title} is the title of two pages`).toBe(file);
      titles.set(same, file);
      if (html.includes('<meta name="robots" content="noindex"')) continue;
      expect(contentOf(html, "description").length, file).toBeGreaterThan(40);
      const picture = contentOf(html, "og:image");
      expect(existsSync(join(folder, targetOf(file, picture))), `${file}: ${picture}`).toBe(true);
      expect(contentOf(html, "og:image:alt"), file).not.toBe("");
      expect(contentOf(html, "twitter:card"), file).toBe("summary_large_image");
    }
  });

  test("what every page tells search engines is JSON of schema.org: the site, or the way to the page", () => {
    for (const [file, html] of inFrame()) {
      const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
      if (text === undefined) {
        expect(html, file).toContain('<meta name="robots" content="noindex"');
        continue;
      }
      const { "@context": context, "@graph": graph } = JSON.parse(text) as {
        "@context": string;
        "@graph": { "@type": string }[];
      };
      expect(context).toBe("https://schema.org");
      expect(graph[0]?.["@type"], file).toBe(
        /^[a-z]+\/index\.html$/.test(file) ? "WebSite" : "BreadcrumbList",
      );
      if (file.includes("/indicator/")) expect(graph.map((one) => one["@type"])).toContain("Dataset");
    }
  });

  test("the language and the direction of every page are those of its address", () => {
    for (const [file, html] of inFrame()) {
      const lang = file.split("/")[0];
      expect(html, file).toContain(`<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">`);
    }
  });

  test("every language has the same pages", () => {
    const of = (lang: string) =>
      [...pages.keys()]
        .filter((file) => file.startsWith(`${lang}/`))
        .map((file) => file.slice(3))
        .sort();
    for (const lang of languages) expect(of(lang), lang).toEqual(of("en"));
  });

  test("the pictures of pages and the icons are PNG files of the size they are said to have", async () => {
    const sizes: Record<string, [number, number]> = {
      "en/picture/home.png": [1200, 630],
      "ar/picture/MLI.png": [1200, 630],
      "ru/picture/victims-detected.png": [1200, 630],
      "icon-192.png": [192, 192],
      "icon-512.png": [512, 512],
      "icon-maskable-512.png": [512, 512],
    };
    for (const [file, size] of Object.entries(sizes)) {
      const png = await readFile(join(folder, file));
      expect(png.subarray(1, 4).toString(), file).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual(size);
    }
    const { icons } = JSON.parse(await readFile(join(folder, "manifest.webmanifest"), "utf8")) as {
      icons: { src: string }[];
    };
    for (const { src } of icons) expect(existsSync(join(folder, src)), src).toBe(true);
  });

  test("no page names a font, script, style or picture of another origin", () => {
    for (const [file, html] of pages)
      for (const [tag] of html.matchAll(/<(?:script|link|img|source|iframe)\s[^>]*>/g))
        if (!/rel="(canonical|alternate)"/.test(tag))
          expect(tag, file).not.toMatch(/(src|href|srcset)="(https?:)?\/\//);
  });
});

/** Where a page that hosts show at any address says that its own addresses start: the page of a language. */
const base = /<base href="[^"]*?([a-z]+\/404)">/;

/** The file whose place a page's relative addresses start from. */
function startOf(file: string, html: string): string {
  const [, page] = base.exec(html) ?? [];
  return page === undefined ? file : `${page}.html`;
}

/** The file that a relative address leads to. */
function targetOf(start: string, address: string): string {
  const path = posix.normalize(posix.join(dirname(start), address));
  return path.endsWith("/") || path === "." ? join(path, "index.html") : path;
}

function contentOf(html: string, name: string): string {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "";
}
