import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run, type ExitCode } from "../../../packages/publish/src/cli.ts";

/** Files of a data folder, by path. */
export type Files = Readonly<Record<string, string>>;

const source = (id: string, release: string, rows: number) => ({
  id,
  title: "Register of cases",
  publisher: "Office of Made-up Statistics",
  release,
  licence: "terms: see publisher",
  url: "https://example.org/register",
  file: { name: "register.csv", bytes: 12, sha256: "0".repeat(64) },
  rowsRead: rows,
  rowsKept: rows,
  leftOut: [],
  unmapped: [],
  remarks: ["A remark on the register."],
});

const indicator = {
  id: "cases-seen",
  dataset: "made-register",
  title: "Detected victims in the made-up register",
  subject: "trafficking",
  definition: "Persons whom the made-up register lists as detected victims.",
  countedBy: "The made-up office.",
  unit: { id: "persons", one: "detected victim", other: "detected victims" },
  dimensions: ["sex", "counterpart"],
  codes: { sex: ["T", "F", "M"], counterpart: [] },
  measures: ["value", "rate", "share", "change", "index", "rank"],
  period: [2018, 2020],
  breaks: [{ area: "MLI", period: 2020, reason: "The form was changed." }],
  caveats: ["A made-up caveat."],
  comparableWith: [],
  notComparableWith: [],
  updates: "Never.",
};

const population = {
  ...indicator,
  id: "population",
  dataset: "made-people",
  title: "Population",
  subject: "context",
  dimensions: ["sex", "age"],
  codes: { sex: ["T", "F", "M"], age: ["T", "LT18", "GE18"] },
  measures: ["value"],
  breaks: [],
};

export const header =
  "dataset,indicator,area,period,sex,age,exploitation,counterpart,value,low,high,absence,note";

/** Rows of the made-up register, out of order on purpose. */
export const rows = [
  "made-register,cases-seen,NER,2018,T,T,T,T,12,12,12,,",
  "made-register,cases-seen,MLI,2018,T,T,T,T,30,30,30,,a remark",
  "made-register,cases-seen,MLI,2018,F,T,T,T,,0,4,suppressed,",
  "made-register,cases-seen,MLI,2018,M,T,T,T,26,26,26,,",
  'made-register,cases-seen,MLI,2019,T,T,T,T,,,,conflicting,"said twice, differently"',
  "made-register,cases-seen,MLI,2020,T,T,T,T,0,0,0,,",
  "made-register,cases-seen,MLI,2018,T,T,T,SEN,7,7,7,,",
  "made-register,cases-seen,MLI,2018,T,T,T,UNKNOWN,1.5,1.5,1.5,,",
];

const people = ["MLI", "NER"].flatMap((area) =>
  ["T", "F", "M"].map((sex, index) => {
    const persons = index === 0 ? 1000 : 500;
    return `made-people,population,${area},2018,${sex},T,T,T,${persons},${persons},${persons},,`;
  }),
);

/** A data folder of two datasets, one of them with denominators from the other, an earlier release and an event table. */
export const madeFiles: Files = {
  "indicators/cases-seen.json": JSON.stringify(indicator),
  "indicators/population.json": JSON.stringify(population),
  "sources/made-register/dataset.json": JSON.stringify({
    title: "Made-up register",
    policy: "as-published",
    statement: "The office prints small numbers as a range.",
    population: "made-people",
  }),
  "sources/made-register/source.json": JSON.stringify(source("made-register", "2021-06-01", rows.length)),
  "sources/made-register/observations.csv": csv(rows),
  "sources/made-register/laws.csv": "area,year,title\nSEN,2005,Law on trafficking\nMLI,2012,=1+1\n",
  "sources/made-register/earlier/2020-06-01/source.json": JSON.stringify(
    source("made-register", "2020-06-01", 3),
  ),
  "sources/made-register/earlier/2020-06-01/observations.csv": csv([
    "made-register,cases-seen,MLI,2018,T,T,T,T,29,29,29,,",
    "made-register,cases-seen,MLI,2019,T,T,T,T,11,11,11,,",
    "made-register,cases-seen,NER,2018,F,T,T,T,5,5,5,,",
  ]),
  "sources/made-people/dataset.json": JSON.stringify({
    title: "People",
    policy: "open",
    statement: "No person.",
  }),
  "sources/made-people/source.json": JSON.stringify(source("made-people", "2019", people.length)),
  "sources/made-people/observations.csv": csv(people),
};

/** A tidy table as text. */
export function csv(lines: readonly string[]): string {
  return `${[header, ...lines].join("\n")}\n`;
}

/** A folder of its own under the system's temporary one; `remove` takes it away. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "yeelen-publish-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes `files` under `folder`/data. */
export async function writeData(folder: string, files: Files = madeFiles): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "data", path)), { recursive: true });
    await writeFile(join(folder, "data", path), text);
  }
}

/** Runs `yeelen` in `folder` and says how it ended. */
export async function yeelen(
  folder: string,
  ...args: string[]
): Promise<{ code: ExitCode; stdout: string; stderr: string }> {
  const output = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({ write: (text: string) => (output[name] += text) });
  const code = await run(args, {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    cwd: () => folder,
    env: {},
  });
  return { code, ...output };
}

/** Every file under a folder with its bytes, by path. */
export async function filesUnder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return files;
}

/** The same with a hash in the bytes' place. */
export async function hashesUnder(folder: string): Promise<Record<string, string>> {
  const files = await filesUnder(folder);
  return Object.fromEntries(
    [...files]
      .map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")] as const)
      .sort(),
  );
}
