import { describe, expect, it } from "vitest";
import { addRatio, audit, crossTable, Table } from "../../packages/disclosure/src/index.ts";
import type { AuditResult, CrossCell } from "../../packages/disclosure/src/index.ts";
import { checkCertificates } from "../../packages/disclosure/src/index.ts";
import { fourByFour, RULE_OF_THUMB } from "./knownTables.ts";
import { smallTable } from "./proof.ts";

function intervals(result: AuditResult): Record<string, [number, number]> {
  return Object.fromEntries(
    result.findings.map(({ key, low, high }) => {
      const [column, row] = key.split("|").map((part) => part.split("=")[1]);
      return [`${row}${column}`, [low, high] as [number, number]];
    }),
  );
}

describe("sdcTable's 4×4", () => {
  it("audit(table) finds wb to be exactly 47 although every line hides two or more", async () => {
    const result = await audit(fourByFour([...RULE_OF_THUMB, "wc"]));
    expect(result.verdict).toBe("unsafe");
    expect(intervals(result)).toEqual({
      wa: [25, 94],
      wb: [47, 47],
      wc: [0, 69],
      xa: [26, 95],
      xc: [0, 69],
      yb: [0, 185],
      yd: [0, 185],
      zb: [906, 1091],
      zd: [585, 770],
    });
    expect(result.findings.every(({ exact }) => exact)).toBe(true);
    expect(result.findings.find(({ verdict }) => verdict === "unsafe")!.witness!.by).toBe("equations");
  });

  it("audit(table) leaves wb at 0 to 78 once xd is hidden as well", async () => {
    const result = await audit(fourByFour([...RULE_OF_THUMB, "wc", "xd"]));
    expect(result.verdict).toBe("safe");
    expect(intervals(result)["wb"]).toEqual([0, 78]);
  });
});

it("audit(table) gives certificates that whole-number arithmetic confirms", async () => {
  const table = fourByFour([...RULE_OF_THUMB, "wc", "xd"]);
  const result = await audit(table);
  const certificates = result.findings.flatMap(({ certificate, needs }) =>
    certificate ? [{ ...certificate, needs: needs! }] : [],
  );
  expect(certificates).toHaveLength(1);
  expect(checkCertificates(table, result.base, certificates)).toEqual([]);
  const [one] = certificates;
  const forged = [{ ...one!, low: { ...one!.low, [one!.key]: 1 } }];
  expect(checkCertificates(table, result.base, forged)).not.toEqual([]);
});

it("audit(table) changes nothing in its verdicts when cells come in another order", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const table = smallTable(seed);
    const turned = new Table(table.k);
    for (const cell of table.cells.toReversed()) turned.addCell(cell);
    for (const { label, terms, low, high } of table.relations.toReversed()) {
      turned.addRelation(
        label,
        terms.toReversed().map(([place, c]) => [table.cells[place]!.key, c] as const),
        low,
        high,
      );
    }
    const byKey = ({ findings }: AuditResult): unknown =>
      findings.map(({ key, low, high, verdict }) => `${key} ${low} ${high} ${verdict}`).sort();
    expect(byKey(await audit(turned))).toEqual(byKey(await audit(table)));
  }
});

it("audit(table) never goes from pass to fail for a sensitive cell when less is published", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const table = smallTable(seed);
    const before = await audit(table);
    const published = table.cells.filter(({ status, value }) => status === "published" && value! >= table.k);
    const chosen = published[seed % Math.max(1, published.length)];
    if (!chosen) continue;
    const after = new Map(
      (await audit(table.hide([chosen.key]))).findings.map((finding) => [finding.key, finding]),
    );
    for (const finding of before.findings) {
      const now = after.get(finding.key)!;
      expect(now.low).toBeLessThanOrEqual(finding.low);
      expect(now.high).toBeGreaterThanOrEqual(finding.high);
      if (finding.verdict === "safe") expect(now.verdict).toBe("safe");
    }
  }
});

it("audit(table) works without the true values, from what is published alone", async () => {
  const known = fourByFour([...RULE_OF_THUMB, "wc", "xd"]);
  const blind = known.withCells((cell) => (cell.status === "hidden" ? { ...cell, value: null } : cell));
  expect(intervals(await audit(blind))).toEqual(intervals(await audit(known)));
});

it("audit(table) says unproven, never safe, when its time is up", async () => {
  const table = fourByFour([...RULE_OF_THUMB, "wc", "xd"]);
  expect((await audit(table, { seconds: 0 })).verdict).toBe("unproven");
});

it("audit(table) gives no upper limit where the total is hidden too", async () => {
  const table = crossTable(11, [{ name: "sex", codes: ["T", "F", "M"], parts: { T: ["F", "M"] } }], [
    { at: ["T"], value: 40, status: "hidden" },
    { at: ["F"], value: 5, status: "hidden" },
    { at: ["M"], value: 35, status: "published" },
  ] satisfies CrossCell[]);
  const result = await audit(table);
  expect(result.verdict).toBe("safe");
  expect(result.findings.find(({ key }) => key === "sex=F")).toMatchObject({
    low: 0,
    high: Infinity,
    exact: true,
  });
});

it("audit(table) names published cells that are small counts themselves", async () => {
  const table = new Table(11);
  table.addCell({ key: "a", value: 4, status: "published" });
  table.addCell({ key: "b", value: 0, status: "published" });
  expect(await audit(table)).toMatchObject({ verdict: "unsafe", exposed: ["a"] });
});

it("addRatio(table) lets a printed percentage narrow its cell as far as its rounding does", async () => {
  const make = (value: string): Table => {
    const table = new Table(5);
    table.addCell({ key: "all", value: 200, status: "published" });
    table.addCell({ key: "few", value: 3, status: "hidden" });
    addRatio(table, { numerator: "few", denominator: "all", value, per: 100 });
    return table;
  };
  expect((await audit(make("1.5"))).findings[0]).toMatchObject({ low: 3, high: 3, verdict: "unsafe" });
  expect((await audit(make("2"))).findings[0]).toMatchObject({ low: 3, high: 4, verdict: "unsafe" });
});
