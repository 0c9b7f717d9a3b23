import { createHash } from "node:crypto";
import type { Register, Release, Sum } from "./register.ts";
import { columns } from "./register.ts";

/** A data folder that holds these registers, each a dataset under the policy `enforce`, by path. */
export function dataFolder(registers: readonly Register[]): Record<string, string> {
  return Object.assign({}, ...registers.map(filesOf)) as Record<string, string>;
}

function filesOf(register: Register): Record<string, string> {
  const { id, codes, indicators, releases } = register;
  const folder = `sources/${id}`;
  const newest = releases.at(-1)!;
  return {
    [`${folder}/dataset.json`]: json({ title: id, policy: "enforce", statement: "Made up." }),
    [`${folder}/policy.json`]: json(policyOf(register)),
    ...release(folder, register, newest),
    ...Object.assign(
      {},
      ...releases.slice(0, -1).map((one) => release(`${folder}/earlier/${one.name}`, register, one)),
    ),
    ...Object.fromEntries(
      indicators.map((indicator) => [
        `indicators/${indicator}.json`,
        json(indicatorOf(indicator, id, codes)),
      ]),
    ),
  };
}

function release(folder: string, { id }: Register, { name, rows }: Release): Record<string, string> {
  const lines = rows.map((row) => [id, ...columns.map((column) => row.at[column]), ...Array(3).fill(row.value), "", ""]); // prettier-ignore
  const header = ["dataset", ...columns, "value", "low", "high", "absence", "note"];
  const text = `${[header, ...lines].map((line) => line.join(",")).join("\n")}\n`;
  return {
    [`${folder}/observations.csv`]: text,
    [`${folder}/source.json`]: json({
      id,
      title: "Made-up register",
      publisher: "Nobody",
      release: name,
      licence: "none",
      url: "https://example.org/",
      file: { name: "r.csv", bytes: 1, sha256: createHash("sha256").update(text).digest("hex") },
      rowsRead: rows.length,
      rowsKept: rows.length,
      leftOut: [],
      unmapped: [],
      remarks: [],
    }),
  };
}

function policyOf({ k, releases, sums }: Register): object {
  const used = columns.filter((name) => releases.some(({ rows }) => rows.some(({ at }) => at[name] !== "T")));
  const partsOf = (name: string): Record<string, readonly string[]> =>
    Object.fromEntries(sums.filter(({ dimension }) => dimension === name).map((sum: Sum) => [sum.total, sum.parts])); // prettier-ignore
  return {
    kind: "tables",
    policy: "enforce",
    k,
    unlisted: "unknown",
    columns: { value: "value", status: "absence" },
    dimensions: Object.fromEntries(
      used.map((name) => [name, Object.keys(partsOf(name)).length > 0 ? { parts: partsOf(name) } : {}]),
    ),
  };
}

function indicatorOf(indicator: string, dataset: string, codes: Register["codes"]): object {
  return {
    id: indicator,
    dataset,
    title: indicator,
    subject: "trafficking",
    definition: "Made-up persons.",
    countedBy: "Nobody.",
    unit: { id: "persons", one: "victim", other: "victims" },
    dimensions: Object.keys(codes),
    codes,
    measures: ["value"],
    period: [2015, 2025],
    breaks: [],
    caveats: [],
    comparableWith: [],
    notComparableWith: [],
    updates: "Never.",
  };
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
