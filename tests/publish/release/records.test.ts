import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { csv, filesUnder, temporaryFolder, writeData, yeelen, type Files } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

const policy = {
  kind: "records",
  k: 5,
  columns: { year: "quasi", sex: "quasi", form: "sensitive", case: "person" },
};
const source = (release: string) => ({
  id: "made-records",
  title: "Made-up register",
  publisher: "Office of Made-up Statistics",
  release,
  licence: "terms: see publisher",
  url: "https://example.org/register",
  file: { name: "register.csv", bytes: 12, sha256: "0".repeat(64) },
  rowsRead: 977_351,
  rowsKept: 977_351,
  leftOut: [],
  unmapped: [],
  remarks: [],
});
const config = {
  title: "Made-up records",
  policy: "enforce",
  statement: "Records are blanked so that nobody can be found.",
};

/** Records in groups: year, sex, form and how often. */
type Group = readonly [year: number, sex: string, form: string, count: number];
const safe: readonly Group[] = [
  [2021, "F", "begging", 6],
  [2021, "F", "labour", 8],
  [2021, "M", "begging", 5],
  [2021, "M", "labour", 7],
  [2022, "F", "begging", 9],
  [2022, "F", "labour", 6],
];
const lone: readonly Group[] = [...safe, [2022, "M", "labour", 1]];
const records = (groups: readonly Group[]) => {
  const lines = groups.flatMap(([year, sex, form, count]) =>
    Array.from({ length: count }, () => `${year},${sex},${form}`),
  );
  return `year,sex,form\n${lines.join("\n")}\n`;
};

/** The same with a case number for each line, and a second line for the first case. */
const register = (groups: readonly Group[]) => {
  const [head = "", first = "", ...lines] = records(groups).trim().split("\n");
  return [
    `case,${head}`,
    ...[first, first, ...lines].map((line, at) => `c${Math.max(1, at)},${line}`),
    "",
  ].join("\n");
};

const own = "sources/made-records";
function files(groups: readonly Group[], more: Files = {}): Files {
  return {
    "indicators/.keep": "",
    [`${own}/dataset.json`]: JSON.stringify(config),
    [`${own}/source.json`]: JSON.stringify(source("2021-06-01")),
    [`${own}/policy.json`]: JSON.stringify(policy),
    [`${own}/records.csv`]: records(groups),
    ...more,
  };
}
const release = () => join(folder, "data/published/made-records/2021-06-01");

async function publish(more: Files) {
  await writeData(folder, more);
  const result = await yeelen(folder, "publish", "--reports", "private");
  expect(existsSync(join(folder, "data/published/catalog.json"))).toBe(result.code === 0);
  expect(existsSync(release())).toBe(result.code === 0);
  return result;
}

describe("yeelen publish of records under the policy enforce", () => {
  test("publishes records that pass the gate, and says under which rules", async () => {
    expect(await publish(files(safe))).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(release(), "records.csv"), "utf8")).toBe(records(safe));
    expect(existsSync(join(release(), "records.parquet"))).toBe(true);
    const { protection, sources } = JSON.parse(await readFile(join(release(), "manifest.json"), "utf8"));
    expect(protection).toMatchObject({ audit: "passed", threshold: 5, cells: 0, suppressedCells: 0 });
    expect(protection.rules[0]).toContain("at least 4 others");
    expect(protection).not.toHaveProperty("shareOfRecordsKept");
    expect(sources[0]).toMatchObject({ rowsRead: 41, file: { name: "records.csv" } });
    expect((await yeelen(folder, "verify", "data/published")).code).toBe(0);
  });

  test("lets neither the size nor the hash of the register's own file out", async () => {
    await publish(files(safe));
    for (const [path, bytes] of await filesUnder(join(folder, "data/published")))
      expect(/977.?351|0{64}/.test(bytes.toString("latin1")), path).toBe(false);
  });

  test("publishes nothing of records that single somebody out, and names nobody", async () => {
    const { code, stderr } = await publish(files(lone));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^yeelen: made-records\/2021-06-01\/records is not published: .*k-anonymity \(\d+\)/,
    );
    expect(stderr).not.toMatch(/2022|labour/);
    expect(existsSync(join(folder, "private/made-records-2021-06-01-records.audit.json"))).toBe(true);
  });

  test("publishes the same records once yeelen audit --protect has blanked what gave somebody away", async () => {
    await writeData(folder, files(safe));
    await writeFile(join(folder, "register.csv"), register(lone));
    const path = join("data", own, "records.csv");
    const out = ["--policy", join("data", own, "policy.json"), "--protect", "--out", path];
    const { code, stdout } = await yeelen(folder, "audit", "register.csv", ...out);
    expect(code).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ verdict: "safe", lost: { percentOfRecordsLost: expect.any(Number) } });
    const written = await readFile(join(folder, path), "utf8");
    expect(written).not.toContain("2022,M");
    expect(said.counts.records).toBe(written.trim().split("\n").length - 1);
    expect(said.counts.records).toBeLessThanOrEqual(records(lone).trim().split("\n").length - 1);
    expect(await yeelen(folder, "publish")).toMatchObject({ code: 0, stderr: "" });
  });

  test("refuses wildcard-anonymous records: a blank is a value that can be searched for", async () => {
    const starred = records(safe).replace("2021,F,begging\n", "2021,,begging\n");
    const { code, stderr } = await publish(files(safe, { [`${own}/records.csv`]: starred }));
    expect(code).toBe(1);
    expect(stderr).toContain("k-anonymity");
  });

  test("refuses a pair of releases that leaks by subtraction", async () => {
    const before = safe.map(
      ([year, sex, form, count], at) => [year, sex, form, count - (at === 1 ? 2 : 0)] as const,
    );
    const { code, stderr } = await publish(
      files(safe, {
        [`${own}/earlier/2020-06-01/source.json`]: JSON.stringify(source("2020-06-01")),
        [`${own}/earlier/2020-06-01/records.csv`]: records(before),
      }),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/release-difference \(1\)/);
  });

  test("takes over an earlier release from which classes differ by nothing or by enough", async () => {
    const before = safe.slice(0, -2);
    const { code, stderr } = await publish(
      files(safe, {
        [`${own}/earlier/2020-06-01/source.json`]: JSON.stringify(source("2020-06-01")),
        [`${own}/earlier/2020-06-01/records.csv`]: records(before),
      }),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test.each<[string, Files, RegExp]>([
    [
      "hold a column that tells persons apart",
      { [`${own}/records.csv`]: "year,sex,form,case\n2021,F,labour,7\n" },
      /column case tells persons apart/,
    ],
    ["lack a column of the policy", { [`${own}/records.csv`]: "year,sex\n2021,F\n" }, /missing column: form/],
    [
      "are none",
      { [`${own}/records.csv`]: "year,sex,form\n" },
      /records\.csv, row 1: no rows below the header/,
    ],
    [
      "stand beside a table that nobody declared",
      { [`${own}/notes.csv`]: "a\nb\n" },
      /notes\.csv: expected no table/,
    ],
  ])("refuses records that %s", async (_what, more, message) => {
    const { code, stderr } = await publish(files(safe, more));
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

const count = (groups: readonly Group[], year: number, sex: string) =>
  groups
    .filter((group) => group[0] === year && (sex === "T" || group[1] === sex))
    .reduce((sum, group) => sum + group[3], 0);
const tabulation = {
  indicator: "cases-made-up",
  person: "case",
  columns: {
    area: { column: "place" },
    period: { column: "year" },
    sex: { column: "sex", total: "T" },
  },
};

describe("yeelen publish of records beside tables of the same register", () => {
  const indicator = {
    id: "cases-made-up",
    dataset: "made-records",
    title: "Cases made up",
    subject: "context",
    definition: "Cases.",
    countedBy: "The made-up office.",
    unit: { id: "cases", one: "case", other: "cases" },
    dimensions: ["sex"],
    codes: { sex: ["T", "F", "M", "O"] },
    measures: ["value"],
    period: [2021, 2021],
    breaks: [],
    caveats: [],
    comparableWith: [],
    notComparableWith: [],
    updates: "Never.",
  };
  // one place, so that the records' lack of it hides nothing
  const place = (groups: readonly Group[]) =>
    records(groups).replace(/^(.+)$/gm, (line) => `${line.startsWith("year") ? "place" : "MLI"},${line}`);
  const tables = (o: number): Files => {
    const row = (sex: string, value: number) =>
      `made-records,cases-made-up,MLI,2021,${sex},T,T,T,${value},,,,`;
    const [f, m] = [count(safe, 2021, "F"), count(safe, 2021, "M")];
    return {
      "indicators/cases-made-up.json": JSON.stringify(indicator),
      [`${own}/policy.json`]: JSON.stringify({
        kind: "tables",
        k: 5,
        dimensions: { area: {}, period: {}, sex: { total: "T" } },
        columns: { value: "value", status: "absence" },
      }),
      [`${own}/records-policy.json`]: JSON.stringify({
        ...policy,
        columns: { ...policy.columns, place: "quasi" },
      }),
      [`${own}/tabulation.json`]: JSON.stringify(tabulation),
      [`${own}/observations.csv`]: csv([row("T", f + m + o), row("F", f), row("M", m), row("O", o)]),
      [`${own}/records.csv`]: place(safe),
    };
  };

  test("hides the total too where records would give a hidden figure away under it", async () => {
    // every F and M is among the records: what a printed total leaves is O, however much else is hidden
    expect(await publish(files(safe, tables(3)))).toMatchObject({ code: 0, stderr: "" });
    const lines = (await readFile(join(release(), "observations.csv"), "utf8")).trim().split("\n");
    const hidden = lines.filter((line) => line.includes(",suppressed,"));
    expect(hidden.map((line) => line.split(",")[4])).toEqual(expect.arrayContaining(["O", "T"]));
  });

  test("publishes both where neither gives the other away", async () => {
    const { code, stderr } = await publish(files(safe, tables(0)));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { protection } = JSON.parse(await readFile(join(release(), "manifest.json"), "utf8"));
    expect(protection.rules.map((rule: string) => rule.split(":")[0])).toEqual([
      ...["tables", "tables", "tables", "tables", "tables"],
      ...["records", "records", "records", "records", "records"],
    ]);
  });

  test("publishes nothing without the tabulation that relates them", async () => {
    const { [`${own}/tabulation.json`]: taken, ...rest } = files(safe, tables(0));
    expect(taken).toBeDefined();
    const { code, stderr } = await publish(rest);
    expect(code).toBe(2);
    expect(stderr).toMatch(/missing file: sources\/made-records\/tabulation\.json/);
  });
});

test("yeelen tabulate counts persons, not lines, into every combination, zeros and totals included", async () => {
  const path = join(folder, "plan/tabulation.json");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    JSON.stringify({
      ...tabulation,
      columns: { ...tabulation.columns, area: { column: "place", codes: { here: "MLI", there: "NER" } } },
    }),
  );
  await writeFile(
    join(folder, "register.csv"),
    "case,place,year,sex\n1,here,2021,F\n2,here,2021,F\n2,here,2021,F\n3,there,2022,M\n3,there,2022,M\n4,here,2022,\n",
  );
  const { code, stderr } = await yeelen(
    folder,
    "tabulate",
    "register.csv",
    "--as",
    "plan/tabulation.json",
    "--out",
    "table.csv",
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = (await readFile(join(folder, "table.csv"), "utf8")).trim().split("\n");
  expect(lines[0]).toBe("indicator,area,period,sex,value");
  expect(lines).toHaveLength(1 + 2 * 2 * 4);
  expect(lines).toContain("cases-made-up,MLI,2021,F,2");
  expect(lines).toContain("cases-made-up,MLI,2022,T,1");
  expect(lines).toContain("cases-made-up,MLI,2022,U,1");
  expect(lines).toContain("cases-made-up,NER,2021,M,0");
});

test("yeelen tabulate refuses a word that has no code, and writes nothing", async () => {
  await writeFile(
    join(folder, "tabulation.json"),
    JSON.stringify({ ...tabulation, columns: { area: { column: "place", codes: { here: "MLI" } } } }),
  );
  await writeFile(join(folder, "register.csv"), "case,place\n1,here\n2,elsewhere\n");
  const { code, stderr } = await yeelen(
    folder,
    "tabulate",
    "register.csv",
    "--as",
    "tabulation.json",
    "--out",
    "table.csv",
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(/record 2, column place: its word has no code/);
  expect(stderr).not.toContain("elsewhere");
  expect(existsSync(join(folder, "table.csv"))).toBe(false);
});

test("yeelen tabulate counts a person of several areas once in their total, and says what the policy must say", async () => {
  const columns = { area: { column: "place", total: "ZZK" }, period: { column: "year" } };
  await writeFile(join(folder, "tabulation.json"), JSON.stringify({ ...tabulation, columns }));
  await writeFile(
    join(folder, "register.csv"),
    "case,place,year\n1,ZZA,2021\n1,ZZB,2021\n1,ZZA,2022\n2,ZZB,2021\n",
  );
  const { code, stdout } = await yeelen(
    folder,
    ...["tabulate", "register.csv", "--as", "tabulation.json", "--out", "table.csv"],
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /persons are counted under more than one area: policy\.json must say "repeats": true/,
  );
  const lines = (await readFile(join(folder, "table.csv"), "utf8")).trim().split("\n");
  expect(lines.filter((line) => line.includes(",2021,"))).toEqual([
    "cases-made-up,ZZK,2021,2",
    "cases-made-up,ZZA,2021,1",
    "cases-made-up,ZZB,2021,2",
  ]);
});

test("yeelen audit --protect names the broken rules where nothing can be kept, and writes nothing", async () => {
  await writeFile(join(folder, "policy.json"), JSON.stringify(policy));
  for (const groups of [[[2021, "F", "labour", 1]], [[2021, "F", "labour", 30]]] as const) {
    const [head, ...lines] = records(groups).trim().split("\n");
    const text = [`case,${head}`, ...lines.map((line, at) => `c${at},${line}`), ""].join("\n");
    await writeFile(join(folder, "register.csv"), text);
    const { code, stdout, stderr } = await yeelen(
      folder,
      ...["audit", "register.csv", "--policy", "policy.json", "--protect", "--out", "out.csv"],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(groups[0][3] === 1 ? /unsafe: k-anonymity/ : /unsafe: l-diversity/);
    expect(JSON.parse(stdout).counts).not.toHaveProperty("records");
    expect(existsSync(join(folder, "out.csv"))).toBe(false);
  }
});
