import { expect, it } from "vitest";
import {
  audit,
  auditRecords,
  fictionalRegister,
  kAnonymity,
  parsePolicy,
  protect,
  registerColumns,
  suppressLocally,
  tabulate,
} from "../../packages/disclosure/src/index.ts";
import type { RecordPolicy } from "../../packages/disclosure/src/index.ts";

const quasi = ["sex", "age", "citizenship", "district", "year"];

it("fictionalRegister(seed) is the same for the same seed, and says that it is fictional", () => {
  const register = fictionalRegister({ count: 500, seed: 3 });
  expect(fictionalRegister({ count: 500, seed: 3 })).toEqual(register);
  expect(fictionalRegister({ count: 500, seed: 4 })).not.toEqual(register);
  expect(register.country).toContain("Fictional");
  expect(register.notice).toContain("do not exist");
  expect(register.cases.every(({ case: id }) => id.startsWith("FICTIONAL-"))).toBe(true);
});

it("fictionalRegister(seed) names no real country", () => {
  const real = new Set<string>();
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const name = names.of(String.fromCharCode(a, b));
      if (name) real.add(name);
    }
  expect(real.size).toBeGreaterThan(200);
  const { cases } = fictionalRegister({ count: 4000 });
  for (const { citizenship, district } of cases) {
    expect(real.has(citizenship)).toBe(false);
    expect(real.has(district)).toBe(false);
  }
});

it("the worked register: records in, k-anonymous records out that pass the gate", () => {
  const columns = registerColumns(fictionalRegister());
  expect(kAnonymity(columns, quasi).k).toBe(1);
  const { columns: out, shareOfRecordsLost } = suppressLocally(columns, { quasi, sensitive: ["form"] });
  const policy = parsePolicy({
    kind: "records",
    k: 11,
    columns: { ...Object.fromEntries(quasi.map((name) => [name, "quasi"])), form: "sensitive" },
  }) as RecordPolicy;
  const report = auditRecords(out, policy);
  expect(report.private.violations).toEqual([]);
  expect(report.public.verdict).toBe("safe");
  expect(shareOfRecordsLost).toBeLessThan(0.05);
});

it("the worked register: records in, protected tables out that pass the audit", async () => {
  const table = tabulate(registerColumns(fictionalRegister()), ["year", "sex", "form"], 11);
  expect((await audit(table)).verdict).toBe("unsafe");
  const { table: out, audit: passed, loss } = await protect(table);
  expect(passed.verdict).toBe("safe");
  expect((await audit(out, { intervals: "enough" })).verdict).toBe("safe");
  // a hidden cell is not believed to be 0, so more is hidden than where it were
  expect(loss.shareOfValue).toBeLessThan(0.25);
});
