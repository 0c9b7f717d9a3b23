import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { exampleOf } from "../../examples/serve.ts";
import { embedOf } from "../../packages/publish/src/embed/embed-of.ts";

const start = "<!-- what `npx yeelen embed` printed -->\n";
const end = "<!-- until here -->";

test("examples/partner.html holds what embedOf(question) prints today", async () => {
  const code = await embedOf(
    { indicator: "victims-detected", areas: ["MLI", "NER", "SEN"], period: [2007, 2022] },
    {
      host: "http://localhost:4173/",
      data: "data/published",
      widgets: "packages/widgets/dist",
      pinned: true,
      chosen: "MLI",
    },
  );
  const page = await readFile("examples/partner.html", "utf8");
  const [before, rest = ""] = page.split(start);
  const after = rest.slice(rest.indexOf(end));
  const wanted = `${before}${start}${code}${after}`;
  if (process.env["YEELEN_UPDATE"]) await writeFile("examples/partner.html", wanted);
  else expect(page === wanted, "examples/partner.html: run with YEELEN_UPDATE=1 to write it anew").toBe(true);
});

test("examples/old-cms.html keeps picture, words, table and source of what its editor took apart", async () => {
  const page = await exampleOf("old-cms.html", "http://localhost:4173/");
  const body = page.slice(page.indexOf("<body>")).replace(/<!--.*?-->/gs, "");
  expect(body).not.toMatch(/<script|<yeelen-|<details|<data[ >]| (class|id|style|data-[a-z]+|aria-[a-z]+)=/);
  const code = await embedOf(
    { indicator: "victims-detected", areas: ["MLI", "NER", "SEN"], period: [2015, 2022] },
    {
      host: "http://localhost:4173/",
      data: "data/published",
      widgets: "packages/widgets/dist",
      pinned: true,
      chosen: "MLI",
    },
  );
  const words = (markup: string) =>
    markup
      .replace(/<script.*?<\/script>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  expect(words(body)).toContain(words(code));
  expect(body.match(/<svg[^>]* viewBox="[^"]+"/g)).toHaveLength(1);
  const shapes = (markup: string) => markup.match(/ d="[^"]+"| cx="[^"]+"/g) ?? [];
  expect(shapes(body)).toEqual(shapes(code));
  expect(shapes(body).length).toBeGreaterThan(10);
  expect(body).toMatch(/<img src="embed\/[^"]+chart\.png" alt="[^"]*Pakistan[^"]*"/);
  expect(words(body).match(/Source: United Nations Office/g)).toHaveLength(2);
});
