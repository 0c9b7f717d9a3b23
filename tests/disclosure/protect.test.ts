import { expect, it } from "vitest";
import {
  audit,
  checkCertificates,
  crossTable,
  protect,
  roundDown,
} from "../../packages/disclosure/src/index.ts";
import type { Protection } from "../../packages/disclosure/src/index.ts";
import { bruteForce } from "./bruteForce.ts";
import { fourByFour } from "./knownTables.ts";
import { randomTable, seeded } from "./randomTables.ts";

function certificatesOf({ audit: { findings } }: Protection) {
  return findings.flatMap(({ certificate, needs }) =>
    certificate ? [{ ...certificate, needs: needs! }] : [],
  );
}

it("protect(table) hides until the audit passes, on random tables of two to four dimensions", async () => {
  for (const sizes of [
    [13, 10],
    [5, 4, 3],
    [6, 3, 2, 2],
  ]) {
    for (const seed of [1, 2, 3, 4]) {
      const protection = await protect(randomTable(sizes, seeded(seed)));
      expect(protection.audit.verdict).toBe("safe");
      expect((await audit(protection.table, { intervals: "enough" })).verdict).toBe("safe");
      const certificates = certificatesOf(protection);
      expect(certificates).toHaveLength(protection.primary.length);
      expect(checkCertificates(protection.table, protection.audit.base, certificates)).toEqual([]);
    }
  }
});

it("protect(table) stands up to brute force, and un-hiding a secondary cell is judged as brute force judges it", async () => {
  let unhidden = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const table = randomTable([3, 3], seeded(seed), { k: 3, draw: (next) => Math.floor(5 * next()) });
    const { table: safe, secondary, audit: passed } = await protect(table);
    if (passed.verdict !== "safe" || passed.counts.hidden > 12) continue;
    const ceiling = Math.max(...table.cells.map(({ value }) => value!)) + 12;
    for (const { key, needs } of passed.findings) {
      const { low, high } = bruteForce(safe, ceiling).get(key)!;
      if (needs) expect([low <= needs[0], high >= needs[1]]).toEqual([true, true]);
      else expect(low).toBeLessThan(high);
    }
    for (const key of secondary) {
      const less = safe.withCells((cell) => (cell.key === key ? { ...cell, status: "published" } : cell));
      const truth = bruteForce(less, ceiling);
      const broken = [...truth].some(([cell, { low, high }]) => {
        const { value } = less.cell(cell);
        return value! >= 1 && value! < 3 ? low > 0 || high < 3 : low === high;
      });
      expect((await audit(less)).verdict).toBe(broken ? "unsafe" : "safe");
      unhidden++;
    }
  }
  expect(unhidden).toBeGreaterThan(40);
});

it("protect(table) protects the 4×4 and tells what it cost", async () => {
  const table = fourByFour(["xc"]);
  const { audit: passed, loss, primary, secondary } = await protect(table);
  expect(passed.verdict).toBe("safe");
  expect(primary).toEqual(["column=c|row=x"]);
  expect(loss.cells).toBe(1 + secondary.length);
  expect(loss.value).toBeGreaterThan(0);
});

it("protect(table) finds a way through a hierarchy", async () => {
  const parts = { T: ["north", "south"], north: ["a", "b", "c"], south: ["d", "e"] };
  const sums = (a: number[]): Record<string, number> => ({
    a: a[0]!,
    b: a[1]!,
    c: a[2]!,
    d: a[3]!,
    e: a[4]!,
    north: a[0]! + a[1]! + a[2]!,
    south: a[3]! + a[4]!,
    T: a.reduce((x, y) => x + y),
  });
  const F = sums([3, 40, 25, 60, 12]);
  const M = sums([30, 4, 22, 0, 90]);
  const codes = Object.keys(F);
  const table = crossTable(
    11,
    [
      { name: "area", codes, parts },
      { name: "sex", codes: ["T", "F", "M"], parts: { T: ["F", "M"] } },
    ],
    codes.flatMap((code) => [
      { at: [code, "F"], value: F[code]!, status: "published" as const },
      { at: [code, "M"], value: M[code]!, status: "published" as const },
      { at: [code, "T"], value: F[code]! + M[code]!, status: "published" as const },
    ]),
  );
  const { audit: passed, table: safe } = await protect(table);
  expect(passed.verdict).toBe("safe");
  expect(safe.cell("area=T|sex=T").status).toBe("published");
});

it("protect(table) keeps a cell published that must not be hidden", async () => {
  const table = fourByFour(["xc"]).withCells((cell) =>
    cell.key === "column=a|row=x" ? { ...cell, weight: Infinity } : cell,
  );
  const { audit: passed, table: safe } = await protect(table);
  expect(passed.verdict).toBe("safe");
  expect(safe.cell("column=a|row=x").status).toBe("published");
});

it("roundDown(table) leaves every figure as wide as its base, and the audit agrees where nothing adds up", async () => {
  const table = fourByFour([]);
  const { table: rounded, lost } = roundDown(table, 11);
  expect(rounded.cell("column=b|row=w")).toMatchObject({ low: 44, high: 54 });
  expect(lost).toBeGreaterThan(0);
  expect(() => roundDown(table, 5)).toThrow("base too small: 5; round down to at least the threshold, 11");
});
