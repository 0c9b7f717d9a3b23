import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog } from "@yeelen/query";
import { openEngineFiles } from "@yeelen/query/native/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../../../packages/publish/src/serve/serve-folder.ts";
import { csv, hashesUnder, madeFiles, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

/*
 * What a folder is called must not change a figure. Each name means something to an engine, a shell or an address;
 * beside it stands a folder with other figures that the name, read as a pattern, would match.
 */
const names: readonly (readonly [name: string, neighbour: string])[] = [
  ["area=NER", "area=SEN"],
  ["data[1]", "data1"],
  ["data*x", "data-y-x"],
  ["what?", "whats"],
  ["**", "deep"],
  ["\\*", "\\x"],
  ["a\\b[1]", "a\\b1"],
  ["{a,b}", "a"],
  ["[!a]", "b"],
  ["[", "x"],
  ["?area=NER&x", "xarea=NER&x"],
  ['it\'s "quoted"; --', "it"],
  ["~", "home"],
  ["50%41#frag", "50A"],
  [" two  blanks ", "two blanks"],
  ["s3:", "s3"],
  ["line\nbreak", "line"],
  ["é", "e\u0301"],
  ["e\u0301", "é"],
  ["цифры-الأرقام-数", "x"],
  ["n".repeat(200), "n"],
];

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(() => remove());

describe("openEngineFiles", () => {
  let instance: DuckDBInstance;
  let engine: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
    engine = await instance.connect();
  });
  afterAll(() => {
    engine.closeSync();
    instance.closeSync();
  });

  const ask = async (sql: string) => (await engine.runAndReadAll(sql)).getRowsJson();

  test.each(names)("leads the engine to the files in %j, not in %j", async (name, neighbour) => {
    const place = join(folder, "engine", String(names.findIndex(([one]) => one === name)));
    const files = openEngineFiles();
    try {
      for (const [place_, value] of [
        [join(place, name), 7],
        [join(place, neighbour), 999],
      ] as const) {
        await mkdir(place_, { recursive: true });
        await writeFile(join(place_, "table.csv"), `area,value\nMLI,${value}\n`);
        await engine.run(
          `COPY (SELECT 'MLI' AS area, ${value} AS value) TO ${files.literal(join(place_, "table.parquet"))}`,
        );
      }
      const table = (type: string) => files.literal(join(place, name, `table.${type}`));
      expect(await ask(`FROM read_csv(${table("csv")}, header = true, all_varchar = true)`)).toEqual([
        ["MLI", "7"],
      ]);
      expect(await ask(`FROM read_parquet(${table("parquet")})`)).toEqual([["MLI", 7]]);
      const database = join(files.databaseFolder(join(place, name)), "table.duckdb");
      await engine.run(`ATTACH '${database.replaceAll("'", "''")}' AS made`);
      await engine.run("CREATE TABLE made.t AS SELECT 7 AS value; CHECKPOINT made; DETACH made");
      await engine.run(`ATTACH '${database.replaceAll("'", "''")}' AS made (READ_ONLY)`);
      expect(await ask("FROM made.t")).toEqual([[7]]);
      await engine.run("DETACH made");
      expect(files.folder).toMatch(/^[\w/.:\\~-]+$/);
    } finally {
      files.close();
    }
  });
});

describe("yeelen, in folders of every name", () => {
  const question = '{"indicator":"cases-seen","areas":["MLI","NER"],"period":[2018,2018]}';
  const releases = ["made-register/2020-06-01", "made-register/2021-06-01"] as const;
  const others = csv(["made-register,cases-seen,SEN,2018,T,T,T,T,999,999,999,,"]);
  const nested = [
    names.slice(0, 3).map(([name]) => name),
    names.slice(3, 11).map(([name]) => name),
    names.slice(11).map(([name]) => name),
  ].map((parts) => join(...parts));
  let plain: { published: Record<string, string>; csv: string; diff: string; embed: string };

  beforeAll(async () => {
    const place = join(folder, "plain");
    await writeData(place);
    expect(await yeelen(place, "publish")).toMatchObject({ code: 0 });
    plain = { published: await hashesUnder(join(place, "data/published")), ...(await read(place)) };
  });

  /** What the commands print of the data folder below `place`, named relative to it. */
  async function read(place: string, ...data: string[]) {
    await mkdir(join(place, "widgets"), { recursive: true });
    await writeFile(join(place, "widgets/yeelen-line.js"), "");
    const said = await Promise.all([
      yeelen(place, "query", question, "--format", "csv", ...data),
      yeelen(place, "query", question, "--format", "csv", "--engine", "native", ...data),
      yeelen(place, "diff", ...releases, ...data.map((part) => part.replace("--data", "--out"))),
      yeelen(place, "embed", question, "--host", "https://example.org/", "--widgets", "widgets", ...data),
    ]);
    for (const one of said) expect(one).toMatchObject({ code: 0, stderr: "" });
    const [views, native, diff, embed] = said.map(({ stdout }) => stdout);
    expect(native).toBe(views);
    return { csv: views ?? "", diff: diff ?? "", embed: embed ?? "" };
  }

  test.each(nested)("publish, verify, query, diff, embed and serve give the same in %j", async (name) => {
    const place = join(folder, String(nested.indexOf(name)), name);
    await writeData(place);
    const beside = join(folder, String(nested.indexOf(name)), ...neighboursOf(nested.indexOf(name)));
    await writeData(beside, { ...madeFiles, "sources/made-register/observations.csv": others });
    expect(await yeelen(place, "publish")).toMatchObject({ code: 0, stderr: "" });
    expect(await hashesUnder(join(place, "data/published"))).toEqual(plain.published);
    expect(await yeelen(place, "verify")).toMatchObject({ code: 0, stderr: "" });
    const { published, ...said } = plain;
    expect(Object.keys(published).length).toBeGreaterThan(0);
    expect(await read(place)).toEqual(said);
    expect(await read(folder, "--data", join(place, "data/published"))).toEqual(said);
    await symlink(join(place, "data/published"), join(place, "linked=1"), "junction");
    expect(await read(place, "--data", "linked=1")).toEqual(said);
    const server = await serveFolder(join(place, "data"), { port: 0, host: "127.0.0.1" });
    try {
      const catalog = await openCatalog(`${server.url}/published/`, { fetch: fetchFile });
      const { rows } = await catalog.query({ indicator: "cases-seen", areas: ["MLI"], period: [2018, 2018] });
      expect(rows).toMatchObject([{ area: "MLI", value: 30 }]);
    } finally {
      await server.close();
    }
  });

  function neighboursOf(at: number): string[] {
    return [names.slice(0, 3), names.slice(3, 11), names.slice(11)][at]?.map(([, other]) => other) ?? [];
  }
});

test("a table in area=NER is not read as Niger's, and one in data[1] or data*x not as its neighbour's", async () => {
  const cases = { "area=NER/data": 7, "data1/data": 999, "data[1]/data": 7, "data-y-x": 555, "data*x": 7 };
  const ask = JSON.stringify({ indicator: "t", areas: ["MLI"], period: [2020, 2020] });
  for (const [name, value] of Object.entries(cases)) {
    await writeFile(join(folder, "table.csv"), `area,period,value\nMLI,2020,${value}\n`);
    for (const args of [
      ["init", name, "--table", "table.csv", "--dataset", "t", "--policy", "open"],
      ["publish", "--data", name, "--out", `${name}/published`],
    ])
      expect(await yeelen(folder, ...args)).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await yeelen(folder, "query", ask, "--format", "csv", "--data", `${name}/published`);
    expect(stdout).toMatch(new RegExp(`\nMLI,2020,${value}(,|\n)`));
  }
});

test("init prints commands that a shell takes for the folder it made", async () => {
  const { stdout } = await yeelen(folder, "init", "it's [one]*", "--dataset", "t");
  expect(stdout).toContain("npx yeelen serve 'it'\\''s [one]*/published'\n");
});

test("publish refuses a source in a folder whose name cannot stand in an address", async () => {
  const place = join(folder, "odd");
  await writeData(place, { ...madeFiles, "sources/area=NER/dataset.json": "{}" });
  const { code, stderr } = await yeelen(place, "publish");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("sources/area=NER: not an id"),
  });
});
