import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { areas, type Answer, type AnswerRow, type IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { run } from "@yeelen/publish";
import { openCatalog } from "@yeelen/query";
import { beforeAll, describe, expect, test } from "vitest";
import { built, folder } from "./site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The question behind each chart of a country page, by the chart's id; the area is the page's own. */
const questions: Readonly<Record<string, Pick<IndicatorQuery, "indicator" | "by">>> = {
  detected: { indicator: "victims-detected" },
  sex: { indicator: "victims-detected", by: ["sex"] },
  age: { indicator: "victims-detected", by: ["age"] },
  forms: { indicator: "victims-by-exploitation", by: ["exploitation"] },
  "offences-recorded": { indicator: "offences-recorded" },
  suspects: { indicator: "suspects" },
  prosecuted: { indicator: "prosecuted" },
  convicted: { indicator: "convicted" },
  "smuggling-offences": { indicator: "smuggling-offences" },
};

/** What the table of a chart says of a year: its figures and what stands where there is none, each sorted. */
interface Year {
  readonly values: readonly number[];
  readonly absences: readonly string[];
}

describe.skipIf(!built)("the figures of the country pages", () => {
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    const catalog = await openCatalog(pathToFileURL(`${folder}/data/`), { fetch: fetchFile });
    for (const [id, question] of Object.entries(questions)) {
      const { period } = await catalog.about(question.indicator);
      answers.set(id, await query({ ...question, areas: ["all"], period }));
    }
  });

  test.each(["en", "fr", "es", "pt", "ar", "ru", "uk"])(
    "every figure in every table, and every one that is missing, is what `yeelen query` answers (%s)",
    async (lang) => {
      let compared = 0;
      for (const { code } of areas) {
        const html = await pageOf(lang, code);
        for (const [id, table] of tablesOf(html)) {
          const answer = answers.get(id);
          expect(answer, `${code}: a chart that no question is known for: ${id}`).toBeDefined();
          const rows = answer?.rows.filter(({ area }) => area === code) ?? [];
          expect(table, `${code}, ${id}`).toEqual(yearsOf(rows));
          compared += rows.length;
        }
      }
      expect(compared).toBeGreaterThan(2000);
    },
  );

  test("every country page says what is detected, what is not known, and whose figures they are", async () => {
    for (const { code } of areas) {
      const html = await pageOf("en", code);
      const headings = [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, text]) => text?.trim());
      expect(headings, code).toEqual(
        expect.arrayContaining(["How many victims are detected?", "What do we not know?", "Sources"]),
      );
    }
  });

  test("a chart is left out only where there is not one figure to draw", async () => {
    for (const { code } of areas) {
      const drawn = new Set(tablesOf(await pageOf("en", code)).keys());
      for (const [id, { rows }] of answers) {
        const known = rows.some(({ area, value, low }) => area === code && (value !== null || low !== null));
        if (known) expect(drawn, code).toContain(id);
      }
    }
  });

  test("the first headline is the newest total of detected victims", async () => {
    for (const { code } of areas) {
      const html = await pageOf("en", code);
      const [, year, figure] =
        /class="headlines.*?<span class="year[^>]*>(\d{4})?[^<]*<\/span>.*?<dd[^>]*>([^<]+)<\/dd>/s.exec(
          html,
        ) ?? [];
      const newest = answers
        .get("detected")
        ?.rows.filter(({ area, value }) => area === code && value !== null)
        .at(-1);
      if (!newest || !/^\d/.test(figure ?? "")) continue;
      expect([year, figure], code).toEqual([
        String(newest.period),
        new Intl.NumberFormat("en-GB").format(newest.value ?? NaN),
      ]);
    }
  });
});

test.skipIf(!built).each(["en", "ar"])(
  "a country's page has every mark that the time axis of all countries has of it (%s)",
  async (lang) => {
    const all = await readFile(join(folder, lang, "response", "index.html"), "utf8");
    let compared = 0;
    for (const { code } of areas) {
      const [, row = ""] =
        new RegExp(`country/${code}/"[^>]*>[^<]*</a></th>.*?<ul[^>]*>(.*?)</ul>`, "s").exec(all) ?? [];
      const own =
        /id="response".*?<div class="axis.*?<tbody[^>]*>.*?<ul[^>]*>(.*?)<\/ul>/s.exec(
          await pageOf(lang, code),
        )?.[1] ?? "";
      const [wanted, found] = [row, own].map((list) =>
        [...list.matchAll(/<li[^>]*>([^<]*)/g)].map(([, text]) => text),
      );
      expect(found, code).toEqual(wanted);
      compared += wanted?.length ?? 0;
    }
    expect(compared).toBeGreaterThan(20);
  },
);

/** What the command answers. */
async function query(question: object): Promise<Answer> {
  let out = "";
  let problem = "";
  const code = await run(["query", JSON.stringify(question), "--format", "json"], {
    cwd: () => root,
    env: {},
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (problem += text) },
  });
  expect(problem || code).toBe(0);
  return JSON.parse(out) as Answer;
}

function pageOf(lang: string, code: string): Promise<string> {
  return readFile(join(folder, lang, "country", code, "index.html"), "utf8");
}

/** The tables of a page's charts by the charts' ids, year by year. */
function tablesOf(html: string): Map<string, Record<string, Year>> {
  return new Map(
    [...html.matchAll(/<figure class="yeelen-figure" id="([^"]+)-chart".*?<table[^>]*>(.*?)<\/table>/gs)].map(
      ([, id = "", table = ""]) => [
        id,
        Object.fromEntries(
          [...table.matchAll(/<tr><th scope="row">([^<]*)<\/th>(.*?)<\/tr>/gs)].map(
            ([, year = "", cells = ""]) => [
              year,
              sorted(
                [...cells.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => Number(value)),
                [...cells.matchAll(/data-absence="([^"]+)"/g)].map(([, absence = ""]) => absence),
              ),
            ],
          ),
        ),
      ],
    ),
  );
}

function yearsOf(rows: readonly AnswerRow[]): Record<string, Year> {
  return Object.fromEntries(
    [...new Set(rows.map(({ period }) => period))].map((period) => {
      const own = rows.filter((row) => row.period === period);
      return [
        String(period),
        sorted(
          own.flatMap(({ value }) => value ?? []),
          own.flatMap(({ absence }) => absence ?? []),
        ),
      ];
    }),
  );
}

function sorted(values: number[], absences: string[]): Year {
  return { values: values.sort((a, b) => a - b), absences: absences.sort() };
}
