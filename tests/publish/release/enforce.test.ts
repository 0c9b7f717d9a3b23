import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { VERSIONS } from "@yeelen/disclosure";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  csv,
  filesUnder,
  madeFiles,
  temporaryFolder,
  writeData,
  yeelen,
  type Files,
} from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

const own = "sources/made-register";
const policy = {
  kind: "tables",
  policy: "enforce",
  k: 5,
  dimensions: { area: {}, period: {}, sex: { total: "T" }, age: { total: "T" } },
  columns: { value: "value", status: "absence" },
};
const statement = "Small numbers are hidden so that nobody can be found.";
const config = { title: "Register", policy: "enforce", statement };

/** A 2 × 2 table with its margins. */
const table = ([a, b, c, d]: readonly [number, number, number, number]) =>
  [
    ["T", "T", a + b + c + d],
    ["F", "T", a + b],
    ["M", "T", c + d],
    ["T", "LT18", a + c],
    ["T", "GE18", b + d],
    ["F", "LT18", a],
    ["F", "GE18", b],
    ["M", "LT18", c],
    ["M", "GE18", d],
  ].map(
    ([sex, age, value]) => `made-register,cases-seen,MLI,2018,${sex},${age},T,T,${value},${value},${value},,`,
  );

function files(rows: readonly string[], more: Files = {}): Files {
  const indicator = JSON.parse(madeFiles["indicators/cases-seen.json"] ?? "{}");
  const codes = { sex: ["T", "F", "M"], age: ["T", "LT18", "GE18"] };
  const own_ = { ...indicator, dimensions: ["sex", "age"], codes, measures: ["value", "share"] };
  return {
    "indicators/cases-seen.json": JSON.stringify(own_),
    [`${own}/dataset.json`]: JSON.stringify(config),
    [`${own}/source.json`]: madeFiles[`${own}/source.json`] ?? "",
    [`${own}/observations.csv`]: csv(rows),
    [`${own}/policy.json`]: JSON.stringify(policy),
    ...more,
  };
}

async function publish(rows: readonly string[], more: Files = {}) {
  await writeData(folder, files(rows, more));
  const result = await yeelen(folder, "publish", "--reports", "private");
  expect(existsSync(join(folder, "data/published/catalog.json"))).toBe(result.code === 0);
  return result;
}

const release = () => join(folder, "data/published/made-register/2021-06-01");
const cells = async (): Promise<Record<string, string>[]> =>
  parse(await readFile(join(release(), "observations.csv")), { columns: true });

describe("yeelen publish under the policy enforce", () => {
  test("hides a small figure and enough others, prints ranges that hold the truth, and says that the audit passed", async () => {
    const counted = [3, 27, 22, 18] as const;
    expect(await publish(table(counted))).toMatchObject({ code: 0, stderr: "" });
    const { protection, sources } = JSON.parse(await readFile(join(release(), "manifest.json"), "utf8"));
    expect(protection).toEqual({
      policy: "enforce",
      statement,
      suppressedCells: 4,
      conflictingCells: 0,
      audit: "passed",
      suppressedBy: "Office of Made-up Statistics",
      threshold: 5,
      cells: 9,
      shareOfCellsKept: 0.5556,
      rules: [
        "no count of 1 to 4 is published",
        "every hidden small count could be 0, and could be 5 or more, for all that is published",
        "the same for a reader who takes every hidden count for at least 1, unless enough zeros are hidden too",
        "no hidden cell can be worked out exactly",
        "figures printed alike in two releases are taken to be the same figure, unless a recount is declared",
      ],
      versions: VERSIONS,
    });
    expect(sources[0]).toMatchObject({
      rowsRead: 9,
      rowsKept: 9,
      leftOut: [],
      file: { name: "observations.csv" },
    });
    const hidden = (await cells()).filter(({ absence }) => absence === "suppressed");
    expect(hidden.map(({ sex, age, value, low, high }) => [sex, age, value, low, high])).toEqual([
      ["F", "GE18", "", "0", "30"],
      ["F", "LT18", "", "0", "25"],
      ["M", "GE18", "", "0", "40"],
      ["M", "LT18", "", "0", "25"],
    ]);
  });

  test("lets no hidden value into any published file, nor the report", async () => {
    await publish(table([3, 2_000_027, 2_000_022, 1_000_018]));
    const published = await filesUnder(join(folder, "data/published"));
    for (const [path, bytes] of published) {
      expect(path).not.toMatch(/audit|private|policy/);
      for (const value of ["2000027", "2000022", "1000018", "2,000,027"])
        expect(bytes.includes(value), path).toBe(false);
    }
    expect(existsSync(join(folder, "private/made-register-2021-06-01.audit.json"))).toBe(true);
  });

  test("publishes a table without small figures as it is", async () => {
    expect(await publish(table([30, 27, 22, 0]))).toMatchObject({ code: 0, stderr: "" });
    expect((await cells()).filter(({ absence }) => absence !== "")).toEqual([]);
  });

  test("hides figures that differ by a handful of persons from what an earlier release prints", async () => {
    const { code, stderr } = await publish(table([32, 27, 22, 18]), {
      [`${own}/earlier/2020-06-01/source.json`]: madeFiles[`${own}/earlier/2020-06-01/source.json`] ?? "",
      [`${own}/earlier/2020-06-01/observations.csv`]: csv(table([30, 27, 22, 18])),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const hidden = (await cells()).filter(({ absence }) => absence === "suppressed");
    expect(hidden.map(({ sex, age, low, high }) => [sex, age, low, high])).toEqual([
      ["F", "LT18", "0", "1000"],
      ["F", "T", "0", "1000"],
      ["T", "LT18", "0", "1000"],
      ["T", "T", "0", "1000"],
    ]);
  });

  test("publishes nothing while an earlier release can be read whose figures the audit is not given", async () => {
    const before = {
      [`${own}/earlier/2020-06-01/source.json`]: madeFiles[`${own}/earlier/2020-06-01/source.json`] ?? "",
      [`${own}/earlier/2020-06-01/observations.csv`]: csv(table([30, 27, 22, 18])),
    };
    expect(await publish(table([30, 27, 22, 18]), before)).toMatchObject({ code: 0 });
    await rm(join(folder, "data", own, "earlier"), { recursive: true });
    const { code, stderr } = await yeelen(folder, "publish");
    expect(code).toBe(1);
    expect(stderr).toMatch(/made-register is not published: its release 2020-06-01 can be read by anybody/);
  });

  test("takes over an earlier release whose figures changed by nothing or by enough", async () => {
    const { code, stderr } = await publish(table([40, 27, 22, 18]), {
      [`${own}/earlier/2020-06-01/source.json`]: madeFiles[`${own}/earlier/2020-06-01/source.json`] ?? "",
      [`${own}/earlier/2020-06-01/observations.csv`]: csv(table([30, 27, 22, 18])),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("takes over an earlier release with hidden figures that did not change", async () => {
    const { code, stderr } = await publish(table([3, 27, 22, 18]), {
      [`${own}/earlier/2020-06-01/source.json`]: madeFiles[`${own}/earlier/2020-06-01/source.json`] ?? "",
      [`${own}/earlier/2020-06-01/observations.csv`]: csv(table([3, 27, 22, 18])),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("gives a lone small figure the range up to the threshold", async () => {
    const lone = ["made-register,cases-seen,NER,2018,T,T,T,T,2,2,2,,"];
    const dimensions = { area: {}, period: {} };
    const indicator = JSON.parse(madeFiles["indicators/cases-seen.json"] ?? "{}");
    const flat = { ...indicator, dimensions: [], codes: {}, measures: ["value"] };
    const { code, stderr } = await publish(lone, {
      [`${own}/policy.json`]: JSON.stringify({ ...policy, dimensions }),
      "indicators/cases-seen.json": JSON.stringify(flat),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await cells()).toMatchObject([{ value: "", low: "0", high: "5", absence: "suppressed" }]);
  });

  const without = { ...files(table([3, 27, 22, 18])) };
  test.each<[string, Files, RegExp]>([
    [
      "has no policy.json",
      {},
      /^yeelen: missing file: sources\/made-register\/policy\.json; policy enforce needs it/,
    ],
    [
      "has a policy without a threshold",
      { [`${own}/policy.json`]: JSON.stringify({ ...policy, k: undefined }) },
      /policy\.json: .*; nothing was published/,
    ],
    [
      "has a policy for others' figures",
      { [`${own}/policy.json`]: JSON.stringify({ ...policy, policy: "as-published" }) },
      /expected tables and enforce/,
    ],
    [
      "leaves a dimension undeclared",
      {
        [`${own}/policy.json`]: JSON.stringify({
          ...policy,
          dimensions: { area: {}, period: {}, sex: { total: "T" } },
        }),
      },
      /cell twice/,
    ],
    [
      "has events beside it",
      { [`${own}/policy.json`]: JSON.stringify(policy), [`${own}/cases.csv`]: "area,year\nMLI,2012\n" },
      /cases\.csv: expected no table/,
    ],
    [
      "has notes",
      {
        [`${own}/policy.json`]: JSON.stringify(policy),
        [`${own}/observations.csv`]: csv(table([3, 27, 22, 18])).replace(/,\n$/, ",a girl of nine\n"),
      },
      /column note: expected no notes/,
    ],
    [
      "does not add up",
      {
        [`${own}/policy.json`]: JSON.stringify(policy),
        [`${own}/observations.csv`]: csv(table([3, 27, 22, 18])).replaceAll("70", "71"),
      },
      /observations\.csv: .*; nothing was published/,
    ],
  ])("refuses a dataset that %s", async (_what, more, message) => {
    const { [`${own}/policy.json`]: taken, ...rest } = without;
    expect(taken).toBeDefined();
    await writeData(folder, { ...rest, ...more });
    const { code, stderr } = await yeelen(folder, "publish");
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, "data/published/catalog.json"))).toBe(false);
  });

  test("writes no private report among what is published", async () => {
    await writeData(folder, without);
    const { code, stderr } = await yeelen(folder, "publish", "--reports", "data/published/private");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^yeelen: --reports: .* lies in .*, which is published/);
  });
});
