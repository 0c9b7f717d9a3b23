import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesUnder, temporaryFolder, yeelen } from "./made-workspace.ts";

const guidePath = new URL("../../../docs/publish-your-own.md", import.meta.url);
const guide = await readFile(guidePath, "utf8");
const chapter = guide.slice(guide.indexOf("## 7. From records to a release"));
const commands = Array.from(chapter.matchAll(/```sh\n([\s\S]*?)```/g), ([, block]) =>
  block!.trim().split("\n"),
)
  .flat()
  .map((line) => line.replace(/^npx yeelen /, "").split(" "));
const own = "kalinda/sources/fictional-register";

let folder: string;
let remove: () => Promise<void>;
const ends: { command: string; code: number; stderr: string }[] = [];

// the guide's commands, in its order, in an empty folder; serving is left out because it never ends
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  for (const command of commands.filter(([name]) => name !== "serve")) {
    const { code, stderr } = await yeelen(folder, ...command);
    ends.push({ command: command[0]!, code, stderr });
  }
}, 180_000);
afterAll(() => remove());

const rows = async (path: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, path)), { columns: true });

test("the guide's walk from records to a release ends as the guide says, step by step", () => {
  expect(ends.map(({ command, code }) => [command, code])).toEqual([
    ["init", 0],
    ["audit", 1],
    ["audit", 0],
    ["tabulate", 0],
    ["publish", 0],
    ["verify", 0],
  ]);
  expect(ends[1]!.stderr).toMatch(/^yeelen: unsafe: k-anonymity/);
});

test("the records that were published pass the audit as they are, and the gate's figures stand in the manifest", async () => {
  const release = "kalinda/published/fictional-register/2025-01-31";
  const again = await yeelen(
    folder,
    "audit",
    `${release}/records.csv`,
    "--policy",
    `${own}/records-policy.json`,
  );
  expect(again).toMatchObject({ code: 0, stderr: "" });
  const { protection } = JSON.parse(await readFile(join(folder, release, "manifest.json"), "utf8"));
  expect(protection).toMatchObject({ policy: "enforce", audit: "passed", threshold: 11 });
  expect(protection.rules.length).toBe(10);
});

test("every file of the walk says that it is fictional, and none names a real country", async () => {
  const real = [...Array(26 * 26).keys()]
    .map((at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)))
    .flatMap((code) => new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code) ?? []);
  expect(real.length).toBeGreaterThan(200);
  const names = new RegExp(`\\b(${real.map((name) => name.replace(/[^\w ]/g, ".")).join("|")})\\b`);
  let read = 0;
  for (const [path, bytes] of await filesUnder(join(folder, "kalinda"))) {
    // compressed, or binary: the same cells as the CSV files, compared with them elsewhere
    if (/\.(parquet|duckdb|arrow)$/.test(path)) continue;
    const text = path.endsWith(".xlsx")
      ? Object.values(unzipSync(bytes))
          .map((part) => new TextDecoder().decode(part))
          .join()
      : bytes.toString("utf8");
    read++;
    // what the auditor wrote for the steward names cells; its own name says where it belongs
    expect(/fictional/i.test(path.startsWith("private/") ? path : text), path).toBe(true);
    expect(names.exec(text)?.[0], path).toBeUndefined();
  }
  expect(read).toBeGreaterThan(15);
});

/** A small table of Markdown. */
const markdown = (head: readonly string[], body: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

async function recordsShown(): Promise<string> {
  const columns = ["year", "sex", "age", "citizenship"] as const;
  const sizes = (list: readonly Record<string, string>[]) => {
    const counts = new Map<string, number>();
    for (const row of list) {
      const key = columns.map((name) => row[name]).join("|");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts.values()];
  };
  const before = await rows("kalinda/register.csv");
  const after = await rows(`${own}/records.csv`);
  const alone = (list: readonly Record<string, string>[]) =>
    sizes(list)
      .filter((size) => size < 11)
      .reduce((sum, size) => sum + size, 0);
  const blank = (list: readonly Record<string, string>[]) =>
    `${((100 * columns.reduce((sum, name) => sum + list.filter((row) => row[name] === "").length, 0)) / (list.length * columns.length)).toFixed(1)} %`;
  const measured = (list: readonly Record<string, string>[]) =>
    [list.length, Math.min(...sizes(list)), alone(list), blank(list)].map(String);
  const [was, is] = [measured(before), measured(after)];
  const what = [
    "records",
    "smallest group that shares year, sex, age and citizenship",
    "records in groups below 11",
    "blank cells among these four",
  ];
  return markdown(
    ["fictional records", "before", "after"],
    what.map((name, at) => [name, was[at]!, is[at]!]),
  );
}

async function tablesShown(): Promise<string> {
  const chosen = (row: Record<string, string>) => row["area"] === "ZZH" && row["period"] === "2022";
  const counted = (await rows(`${own}/observations.csv`)).filter(chosen);
  const published = (await rows("kalinda/published/fictional-register/2025-01-31/observations.csv")).filter(
    chosen,
  );
  const shown = (list: readonly Record<string, string>[], sex: string, age: string) => {
    const row = list.find((one) => one["sex"] === sex && one["age"] === age)!;
    return row["absence"] === "suppressed" ? "hidden" : row["value"]!.replace(/\.0$/, "");
  };
  const sexes = [
    ["T", "all"],
    ["F", "female"],
    ["M", "male"],
    ["O", "other"],
  ] as const;
  const ages = ["T", "LT18", "GE18"];
  return markdown(
    [
      "Far Valley (fictional), 2022",
      "all, before",
      "under 18, before",
      "18 and over, before",
      "all, after",
      "under 18, after",
      "18 and over, after",
    ],
    sexes.map(([sex, name]) => [
      name,
      ...ages.map((age) => shown(counted, sex, age)),
      ...ages.map((age) => shown(published, sex, age)),
    ]),
  );
}

test("the guide shows what the walk gives, before and after", async () => {
  const { format } = await import("prettier");
  let fresh = guide;
  for (const [name, table] of [
    ["records", await recordsShown()],
    ["tables", await tablesShown()],
  ] as const)
    fresh = fresh.replace(
      new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`),
      `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`,
    );
  const text = await format(fresh, { parser: "markdown", printWidth: 110 });
  if (process.env["YEELEN_UPDATE"]) await writeFile(guidePath, text);
  else expect(guide).toBe(text);
});
