import { describe, expect, it } from "vitest";
import { auditTables, parsePolicy, toJson } from "../../packages/disclosure/src/index.ts";
import type { AuditReport, TablePolicy } from "../../packages/disclosure/src/index.ts";
import { filesOf } from "./gate.ts";

const dimensions = { sex: { total: "T" } };

function run(csv: string, policy: object): Promise<AuditReport> {
  return auditTables(filesOf({ table: csv }), parsePolicy(policy) as TablePolicy);
}

describe("auditTables(files, as-published)", () => {
  const policy = { kind: "tables", policy: "as-published", k: 5, dimensions, markers: { "<5": [0, 4] } };

  it("counts what could be undone in the private report, and says nothing of it in public", async () => {
    const report = await run("sex,value,status\nT,61,\nF,60,\nM,<5,\n", policy);
    expect(report.public.verdict).toBe("as-published");
    expect(report.private.audit!.findings).toMatchObject([
      { key: "sex=M", low: 1, high: 1, verdict: "unsafe" },
    ]);
    expect(JSON.stringify(report.public)).not.toMatch(/unsafe|sex=/);
  });

  it("finds a range that nothing narrows to be safe", async () => {
    const report = await run("sex,value,status\nT,61,\nF,<5,\nM,<5,\nU,57,\n", policy);
    expect(report.private.audit!.findings.map(({ low, high, verdict }) => [low, high, verdict])).toEqual([
      [0, 4, "safe"],
      [0, 4, "safe"],
    ]);
  });

  it("leaves out a sum that the publisher's own figures contradict, and notes it", async () => {
    const report = await run("sex,value,status\nT,61,\nF,70,\nM,<5,\n", policy);
    expect(report.private.notes.join()).toContain("contradict them: 1");
    expect(report.private.audit!.findings).toMatchObject([{ low: 0, high: 4, verdict: "safe" }]);
  });
});

it("toJson(report) writes a missing limit as null", async () => {
  const report = await run("sex,value,status\nT,104,hidden\nF,100,\nM,4,hidden\n", {
    kind: "tables",
    k: 11,
    dimensions,
  });
  expect(report.public.verdict).toBe("safe");
  const json = JSON.parse(toJson(report)) as { private: { audit: { findings: { high: number | null }[] } } };
  expect(json.private.audit.findings.map(({ high }) => high)).toContain(null);
});

it("parsePolicy(source) names the field that is wrong", () => {
  const wrong: [object | string, string][] = [
    ["nonsense", "policy is not JSON"],
    [{ kind: "graph", k: 11 }, 'unknown kind: "graph"; allowed: tables, records'],
    [{ kind: "tables", k: 11, dimensions: {} }, "no dimensions"],
    [{ kind: "tables", k: 11, dimensions, limit: 3 }, "unknown field: policy has limit"],
    [
      { kind: "tables", k: 11, dimensions: { sex: { total: "T", parts: {} } } },
      "total and parts at once: dimensions.sex",
    ],
    [{ kind: "tables", k: 11, dimensions, markers: { "<5": [4, 0] } }, "not a range: markers.<5"],
    [
      { kind: "records", k: 11, columns: { sex: "id" } },
      'unknown sex: "id"; allowed: quasi, sensitive, safe, person',
    ],
    [{ kind: "records", k: 11, columns: { sex: "safe" } }, "no quasi-identifier"],
    [{ kind: "tables", k: "11", dimensions }, "threshold protects nobody: 11"],
  ];
  for (const [source, message] of wrong) expect(() => parsePolicy(source), message).toThrow(message);
});
