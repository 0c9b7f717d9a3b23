import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
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
