import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { englishTexts } from "./language/english-texts.ts";

const build = join(import.meta.dirname, "../../packages/dashboard/build");
const sentences = [...englishTexts]
  .filter((text) => text.endsWith(".") && !text.includes("{"))
  .map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));

describe.skipIf(!existsSync(build))("the built site", () => {
  test.each(languages.map(({ tag }) => tag).filter((tag) => tag !== "en"))(
    "shows no English sentence of the catalogue on any page in %s",
    (language) => expect(leftovers(language)).toEqual([]),
  );

  test("shows the catalogue's sentences on its English pages", () => {
    expect(leftovers("en").length).toBeGreaterThan(100);
  });
});

function leftovers(language: string): string[] {
  return (readdirSync(join(build, language), { recursive: true }) as string[])
    .filter((path) => path.endsWith(".html"))
    .flatMap((path) => {
      const page = readFileSync(join(build, language, path), "utf8").replace(
        /<script[\s\S]*?<\/script>/g,
        "",
      );
      return sentences.filter((text) => page.includes(text)).map((text) => `${path}: ${text}`);
    });
}
