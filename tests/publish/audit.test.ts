import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { run } from "../../packages/publish/src/cli.ts";

let folder: string;
let said: { out: string; error: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yeelen-audit-"));
  said = { out: "", error: "" };
});

async function yeelen(files: Record<string, string>, ...args: string[]): Promise<number> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return run(["audit", ...args], {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.error += text) },
    cwd: () => folder,
    env: {},
  });
}

const policy = JSON.stringify({ kind: "tables", k: 11, dimensions: { sex: { total: "T" } } });
const safe = "sex,value,status\nT,100,\nF,50,\nM,42,\nO,8,hidden\nU,0,\n".replace("M,42,", "M,42,hidden");

it("yeelen audit exits 0 for a safe table and prints a summary that names no cell", async () => {
  expect(await yeelen({ "t.csv": safe, "p.json": policy }, "t.csv", "--policy", "p.json")).toBe(0);
  expect(JSON.parse(said.out)).toMatchObject({
    verdict: "safe",
    threshold: 11,
    counts: { cells: 5, hidden: 2 },
  });
  expect(said.out).not.toContain("sex=");
});

it("yeelen audit exits 1 for an unsafe table and names its cells in the private report alone", async () => {
  const table = safe.replace("M,42,hidden", "M,42,");
  const args = ["t.csv", "--policy", "p.json", "--private-report", "private.json"];
  expect(await yeelen({ "t.csv": table, "p.json": policy }, ...args)).toBe(1);
  expect(said.out + said.error).not.toContain("sex=O");
  expect(said.error).toContain("recoverable");
  const report = JSON.parse(await readFile(join(folder, "private.json"), "utf8"));
  expect(report.private.violations[0]).toMatchObject({ rule: "recoverable", where: ["sex=O"] });
  expect(report.private.audit.findings[0]).toMatchObject({ key: "sex=O", low: 8, high: 8 });
});

it("yeelen audit exits 2 on bad input, one line each", async () => {
  const bad: [Record<string, string>, string[], string][] = [
    [{ "t.csv": safe }, ["t.csv"], "missing policy"],
    [{ "t.csv": safe, "p.json": "{" }, ["t.csv", "--policy", "p.json"], "policy is not JSON"],
    [
      { "t.csv": "", "p.json": policy },
      ["t.csv", "--policy", "p.json"],
      "t.csv: the file is empty; expected a header row",
    ],
    [{ "p.json": policy }, ["none.csv", "--policy", "p.json"], "missing file: none.csv; expected it at"],
    [{ "t.csv": safe.replace("42", "43"), "p.json": policy }, ["t.csv", "--policy", "p.json"], "contradict"],
    [
      { "t.csv": safe.replace("42", "-1"), "p.json": policy },
      ["t.csv", "--policy", "p.json"],
      "negative count",
    ],
  ];
  for (const [files, args, message] of bad) {
    said.error = "";
    expect(await yeelen(files, ...args), message).toBe(2);
    expect(said.error).toContain(message);
    expect(said.error.trim().split("\n")).toHaveLength(1);
  }
});

it("yeelen audit takes an earlier release and refuses what the two give away together", async () => {
  const files = {
    "t.csv": safe,
    "before.csv": safe.replace("hidden", "").replace("O,8,hidden", "O,8,"),
    "p.json": policy,
  };
  expect(await yeelen(files, "t.csv", "--policy", "p.json", "--earlier", "2024=before.csv")).toBe(1);
});

it("yeelen audit puts records through the microdata gate", async () => {
  const records = JSON.stringify({ kind: "records", k: 11, columns: { sex: "quasi", form: "sensitive" } });
  const line = (count: number, text: string): string => `${text}\n`.repeat(count);
  const good = `sex,form\n${line(12, "F,labour")}${line(12, "F,sexual")}`;
  expect(await yeelen({ "r.csv": good, "p.json": records }, "r.csv", "--policy", "p.json")).toBe(0);
  const bad = `${good}M,labour\n`;
  expect(await yeelen({ "r.csv": bad, "p.json": records }, "r.csv", "--policy", "p.json")).toBe(1);
});
