import { run } from "../../packages/publish/src/cli.ts";
import { Answer } from "@yeelen/dataset";
import { beforeAll, expect, test } from "vitest";
import { publishMadeUp, type Published } from "./published.ts";

let published: Published;
beforeAll(async () => {
  published = await publishMadeUp();
});

async function yeelen(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(["query", "--data", published.folder, ...args], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    cwd: () => "/",
    env: {},
  });
  return { code, out: out.join(""), err: err.join("") };
}

const question = JSON.stringify({ indicator: "people", areas: ["MLI"], period: [2009, 2012], by: ["sex"] });

test("yeelen query --format csv prints a line for every combination, with the reason for what is missing", async () => {
  const { code, out } = await yeelen(question, "--format", "csv");
  const lines = out.trimEnd().split("\n");
  expect(code).toBe(0);
  expect(lines[0]).toBe("area,period,sex,value,low,high,absence");
  expect(lines).toHaveLength(1 + 4 * 4);
  expect(lines[1]).toBe("MLI,2009,F,,,,not-collected");
  for (const line of lines.slice(1))
    expect(line).toMatch(/^MLI,\d{4},[FMOU],(\d[\d.]*,\d[\d.]*,\d[\d.]*,|,[\d.]*,[\d.]*,[a-z-]+)$/);
});

test("yeelen query --engine gives the same answer from views and native DuckDB", async () => {
  const answers = [];
  for (const engine of ["views", "native"])
    answers.push(
      Answer.parse(JSON.parse((await yeelen(question, "--engine", engine, "--format", "json")).out)),
    );
  expect(answers[0]?.provenance.engine).toBe("views");
  expect(answers[1]?.provenance.engine).toBe("native");
  expect(answers[0]?.digest).toBe(answers[1]?.digest);
});

test("yeelen query prints a table with notes, sources and digest, and reads an address as well", async () => {
  const { out } = await yeelen("indicator=people&areas=MLI&period=2010..2012&by=sex&measure=rate");
  expect(out).toMatch(/^area {2}period {2}sex {2,}value {2,}low {2,}high {2,}absence\n/);
  expect(out).toContain("denominator: Per 100,000 persons of the same area and year, of the same sex.");
  expect(out).toMatch(/\nsource: Nobody, Figures of made-up, 2020-01-01\./);
  expect(out).toMatch(/\nrelease: made-up\/2020-01-01, answered by views, digest [0-9a-f]{64}\n$/);
});

test("yeelen query --explain says which engine would answer", async () => {
  expect(JSON.parse((await yeelen(question, "--explain")).out)).toMatchObject({
    engine: "views",
    view: { path: "views/people.sex.json" },
  });
});

test.each([
  [["{"], "not a question: {"],
  [["people"], "not a question: people"],
  [
    ['{"indicator":"ghosts","areas":["MLI"],"period":"latest"}'],
    'not allowed in indicator: "ghosts"; allowed: cases',
  ],
  [
    ['{"indicator":"people","areas":["MLI"],"period":"latest","by":["gender"]}'],
    'not allowed in by[0]: "gender"',
  ],
  [[question, "--engine", "abacus"], "abacus"],
  [[question, "--format", "xml"], "xml"],
  [[], "missing required argument"],
])("yeelen query %j is one line and exit code 2", async (args, message) => {
  const { code, out, err } = await yeelen(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("yeelen query --data says what is not there", async () => {
  const { code, err } = await yeelen(question, "--data", "/nowhere");
  expect(code).toBe(2);
  expect(err).toMatch(/^yeelen: cannot read file:\/\/\/nowhere\/catalog\.json: .*\n$/);
});
