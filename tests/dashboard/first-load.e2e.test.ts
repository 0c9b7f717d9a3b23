import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { pageKinds } from "./page-kinds.ts";
import { built, folder } from "./site.ts";

const kinds = [...pageKinds, "indicator/victims-by-exploitation/"];

/** The modules that a page asks for by itself, as files of the site. */
function modulesOf(page: string, html: string): string[] {
  const [, list] = /(\[[^\]]*\])\.reduce/.exec(html) ?? [];
  if (list === undefined) throw new Error(`no list of modules in ${page}; see paint-first.ts`);
  return (JSON.parse(list) as string[]).map((href) => join(dirname(page), href));
}

describe.skipIf(!built)("a page's first load", () => {
  test.each(languages.map(({ tag }) => tag))("is at most 110 KB compressed in %s", (lang) => {
    for (const kind of kinds) {
      const page = join(folder, lang, kind, "index.html");
      const html = readFileSync(page);
      const modules = modulesOf(page, html.toString());
      expect(modules.length).toBeGreaterThan(5);
      const bytes = [html, ...modules.map((file) => readFileSync(file))].reduce(
        (sum, content) => sum + gzipSync(content, { level: 9 }).byteLength,
        0,
      );
      expect(bytes, kind).toBeLessThanOrEqual(110 * 1024);
    }
  });
});
