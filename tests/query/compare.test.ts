import { parse } from "csv-parse/sync";
import { comparisonCodes, type ComparedAnswer, type Comparison, type IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { compareAnswers, openCatalog, type OpenCatalog } from "@yeelen/query";
import { comparisonNotes, comparisonTable, toCsv } from "@yeelen/query/export";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../packages/publish/src/cli.ts";
import { publishFigures, type Published } from "./published.ts";

let published: Published;
let catalog: OpenCatalog;
beforeAll(async () => {
  published = await publishFigures();
  catalog = await openCatalog(published.url, { fetch: fetchFile });
}, 60_000);
afterAll(async () => {
  await catalog.close();
});

const ask = (indicator: string, more: Partial<IndicatorQuery> = {}): IndicatorQuery => ({
  indicator,
  areas: ["COL", "MLI"],
  period: [2013, 2018],
  ...more,
});
const codes = ({ warnings }: Comparison) => warnings.map(({ code }) => code);

describe("catalog.compare(questions)", () => {
  test("says nothing of two indicators that the catalogue declares comparable", async () => {
    const { answers, warnings } = await catalog.compare([
      ask("victims-detected"),
      ask("victims-by-exploitation"),
    ]);
    expect(warnings).toEqual([]);
    expect(answers.map(({ query }) => query.indicator)).toEqual([
      "victims-detected",
      "victims-by-exploitation",
    ]);
  });

  test("gives each answer exactly as catalog.query(question) does", async () => {
    const { answers } = await catalog.compare([ask("prosecuted"), ask("smuggling-offences")]);
    for (const answer of answers) {
      const alone = await catalog.query(answer.query);
      expect(answer).toMatchObject({ ...alone });
    }
  });

  test("tells trafficking in persons and smuggling of migrants apart as two crimes, whichever comes first", async () => {
    const both = [ask("convicted"), ask("smuggling-offences")];
    for (const questions of [both, both.toReversed()])
      expect(codes(await catalog.compare(questions))).toEqual([
        "different-crime",
        "different-unit",
        "counted-differently",
      ]);
  });

  test("gives the catalogue's own reason for every pair that it declares not comparable", async () => {
    const { indicators } = await indicatorsOf(catalog);
    for (const one of indicators.filter(({ measures }) => measures.length > 0))
      for (const { indicator: other, reason } of one.notComparableWith) {
        const { warnings } = await catalog.compare([
          ask(one.id, { areas: ["MLI"] }),
          ask(other, { areas: ["MLI"] }),
        ]);
        const refusal = warnings.find(({ code }) => code === "different-crime" || code === "not-comparable");
        expect(refusal, `${one.id} and ${other}`).toBeDefined();
        if (refusal?.code === "not-comparable") {
          expect(refusal.indicators[0]).toBe(one.id);
          expect(refusal.reason).toBe(reason);
        }
      }
  });

  test("warns of a number beside a rate, and of a series that breaks", async () => {
    const pakistan = { areas: ["PAK"], period: [2017, 2022] as [number, number] };
    const { warnings } = await catalog.compare([
      ask("prosecuted", pakistan),
      ask("convicted", { ...pakistan, measure: "rate" }),
    ]);
    expect(warnings.map(({ code, answers, area, period }) => [code, answers, area, period])).toEqual([
      ["different-measure", [0, 1], undefined, undefined],
      ["break", [0], "PAK", 2019],
      ["break", [1], "PAK", 2019],
    ]);
  });

  test("warns of one indicator in two releases, and names them", async () => {
    const { answers } = await catalog.compare([ask("convicted"), ask("prosecuted")]);
    const earlier = {
      ...first(answers),
      provenance: { ...first(answers).provenance, release: "2024-01-01" },
    };
    const { warnings } = compareAnswers([first(answers), earlier]);
    expect(warnings.map(({ code }) => code)).toEqual(["different-release"]);
    expect(warnings[0]?.text).toContain("(2025-04-14), beside");
    expect(warnings[0]?.text).toContain("(2024-01-01)");
  });

  test("refuses one question alone", async () => {
    await expect(catalog.compare([ask("convicted")])).rejects.toThrow("two or more to compare");
  });

  test("answers from the views and from native DuckDB alike, warnings included", async () => {
    const native = await openCatalog(published.url, { fetch: fetchFile, engines: [nativeEngine()] });
    const questions = [ask("victims-detected"), ask("sdg-16-2-2"), ask("smuggling-offences")];
    const [a, b] = [await catalog.compare(questions), await native.compare(questions)];
    await native.close();
    expect(a.warnings).toEqual(b.warnings);
    expect(a.answers.map(({ digest }) => digest)).toEqual(b.answers.map(({ digest }) => digest));
  });
});

test("a Comparison cannot be written down without being judged", async () => {
  const { answers } = await catalog.compare([ask("convicted"), ask("smuggling-offences")]);
  // @ts-expect-error only compareAnswers makes one
  const bare: Comparison = { answers, warnings: [] };
  expect(bare.warnings).not.toEqual(compareAnswers(answers).warnings);
});

describe("the files of a comparison", () => {
  test("comparisonTable(comparison) puts the warnings beside every figure and joins none with another", async () => {
    const comparison = await catalog.compare([ask("convicted"), ask("smuggling-offences")]);
    const lines: Record<string, string>[] = parse(toCsv(comparisonTable(comparison)), { columns: true });
    expect(lines).toHaveLength(comparison.answers.reduce((sum, { rows }) => sum + rows.length, 0));
    for (const line of lines) {
      expect(line["warning"]).toContain("They count two different crimes");
      expect(["convicted", "smuggling-offences"]).toContain(line["indicator"]);
    }
    const figures = comparison.answers.flatMap(({ rows }) => rows.map(({ value }) => String(value ?? "")));
    expect(lines.map(({ value }) => value)).toEqual(figures);
  });

  test("comparisonTable(comparison) warns of a break from its year on, in its country", async () => {
    const question = { areas: ["MLI", "PAK"], period: [2017, 2022] as [number, number] };
    const comparison = await catalog.compare([ask("prosecuted", question), ask("convicted", question)]);
    const lines: Record<string, string>[] = parse(toCsv(comparisonTable(comparison)), { columns: true });
    for (const { area, period, warning } of lines)
      expect(warning !== "", `${area} ${period}`).toBe(area === "PAK" && Number(period) >= 2019);
  });

  test("comparisonTable(comparison) has an empty warning where the indicators compare", async () => {
    const comparison = await catalog.compare([ask("prosecuted"), ask("convicted")]);
    const { columns, rows } = comparisonTable(comparison);
    expect(columns.at(-1)?.name).toBe("warning");
    for (const row of rows) expect(row.at(-1)).toBeNull();
  });

  test("comparisonNotes(comparison) begins with the warnings", async () => {
    const comparison = await catalog.compare([ask("convicted"), ask("smuggling-offences")]);
    const texts = comparison.warnings.map(({ text }) => text);
    expect(comparisonNotes(comparison).slice(0, texts.length)).toEqual(texts);
  });
});

describe("yeelen query <question> --with <question>", () => {
  const yeelen = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await run(["query", "--data", published.folder, ...args], {
      stdout: { write: (text) => out.push(text) },
      stderr: { write: (text) => err.push(text) },
      cwd: () => "/",
      env: {},
    });
    return { code, out: out.join(""), err: err.join("") };
  };
  const [convicted, smuggling, prosecuted] = ["convicted", "smuggling-offences", "prosecuted"].map((id) =>
    JSON.stringify(ask(id)),
  ) as [string, string, string];

  test("says first what forbids the comparison", async () => {
    const { code, out } = await yeelen(convicted, "--with", smuggling);
    expect(code).toBe(0);
    expect(out).toMatch(/^warning: Persons convicted of .* must not be compared with Recorded offences of /);
    expect(out).toContain("\nRecorded offences of smuggling of migrants\n\narea");
  });

  test("prints the warnings in every line of CSV and in JSON", async () => {
    const csv = await yeelen(convicted, "--with", smuggling, "--format", "csv");
    const lines: Record<string, string>[] = parse(csv.out, { columns: true });
    for (const { warning } of lines) expect(warning).toContain("two different crimes");
    const json = JSON.parse((await yeelen(convicted, "--with", smuggling, "--format", "json")).out) as {
      answers: ComparedAnswer[];
      warnings: Comparison["warnings"];
    };
    expect(json.answers).toHaveLength(2);
    expect(json.warnings.map(({ code }) => code)).toContain("different-crime");
  });

  test("has no warning where the indicators compare, and takes more than one --with", async () => {
    const { out } = await yeelen(convicted, "--with", prosecuted, "--with", JSON.stringify(ask("suspects")));
    expect(out).not.toContain("warning:");
    expect(out.match(/^release: /gm)).toHaveLength(3);
  });
});

describe("catalog.sql(text)", () => {
  test.each([
    ["SELECT sum(value) AS s FROM observations", true],
    ["SELECT avg(value) AS s FROM observations WHERE area = 'MLI' -- one indicator", true],
    ["SELECT sum(value) AS s FROM observations WHERE indicator = 'convicted'", false],
    ["SELECT indicator, sum(value) AS s FROM observations GROUP BY indicator ORDER BY ALL", false],
    ["SELECT count(*) AS n FROM observations", false],
  ])("%s: warned of a sum across indicators %s", async (text, warned) => {
    const native = await openCatalog(published.url, { fetch: fetchFile, engines: [nativeEngine()] });
    const { warnings = [] } = await native.sql(text);
    await native.close();
    expect(warnings.length > 0).toBe(warned);
  });
});

test("every code of a warning is one that compareAnswers gives", async () => {
  const seen = new Set<string>();
  const pakistan = { areas: ["PAK"], period: [2017, 2022] as [number, number] };
  for (const questions of [
    [ask("convicted"), ask("smuggling-offences", { measure: "rate" })],
    [ask("victims-detected"), ask("sdg-16-2-2")],
    [ask("convicted", pakistan), ask("prosecuted", pakistan)],
  ])
    for (const code of codes(await catalog.compare(questions))) seen.add(code);
  expect([...seen, "different-release"].sort()).toEqual([...comparisonCodes].sort());
});

async function indicatorsOf(open: OpenCatalog) {
  const releases = await Promise.all(open.catalog.datasets.map(({ dataset }) => open.release(dataset)));
  const indicators = releases.flatMap(({ manifest }) => manifest.indicators);
  const held = new Set(indicators.filter(({ measures }) => measures.length > 0).map(({ id }) => id));
  return {
    indicators: indicators.map((one) => ({
      ...one,
      notComparableWith: one.notComparableWith.filter(({ indicator }) => held.has(indicator)),
    })),
  };
}

function first(answers: readonly ComparedAnswer[]): ComparedAnswer {
  const [answer] = answers;
  if (!answer) throw new Error("no answer");
  return answer;
}
