import loadHighs from "highs";
import type { Highs } from "highs";
import { expect, it } from "vitest";
import { audit } from "../../packages/disclosure/src/index.ts";
import { bruteForce } from "./bruteForce.ts";
import { smallTable } from "./proof.ts";

/** HiGHS with its answers changed on the way out. */
async function lyingSolver(lie: (value: number, place: number) => number): Promise<Highs> {
  const highs = await loadHighs();
  const wrap = <T extends object>(target: T, replace: Record<string, (...args: unknown[]) => unknown>): T =>
    new Proxy(target, {
      get(object, name) {
        if (typeof name === "string" && replace[name]) return replace[name];
        const value: unknown = Reflect.get(object, name);
        return typeof value === "function" ? (value.bind(object) as unknown) : value;
      },
    });
  return wrap(highs, {
    createModel: (source) => {
      const model = highs.createModel(source as Parameters<Highs["createModel"]>[0]);
      return wrap(model, {
        getSolution: () => {
          const { colValue, rowDual, ...rest } = model.getSolution();
          return { ...rest, colValue: colValue.map(lie), rowDual: rowDual.map((dual, i) => lie(dual, i)) };
        },
      });
    },
  });
}

const LIES: [string, (value: number, place: number) => number][] = [
  ["one more everywhere", (value) => value + 1],
  ["nothing anywhere", () => 0],
  ["twice as much", (value) => 2 * value],
  ["half a person here and there", (value, place) => (place % 2 ? value + 0.5 : value)],
  ["a hundred in the first place", (value, place) => (place === 0 ? 100 : value)],
];

it.each(LIES)("audit(table) never calls a cell safer than it is when the solver says %s", async (_, lie) => {
  const solver = await lyingSolver(lie);
  for (let seed = 1; seed <= 60; seed++) {
    const table = smallTable(seed);
    const truth = bruteForce(table, Math.max(...table.cells.map(({ value }) => value!)));
    const { findings } = await audit(table, { intervals: "exact", solver: () => Promise.resolve(solver) });
    for (const { key, low, high, sensitive, verdict } of findings) {
      const real = truth.get(key)!;
      expect(low).toBeGreaterThanOrEqual(real.low);
      expect(high).toBeLessThanOrEqual(real.high);
      const safe = sensitive ? real.low <= 0 && real.high >= table.k : real.low < real.high;
      if (verdict === "safe") expect(safe, `${seed} ${key}`).toBe(true);
    }
  }
});

it("audit(table) leaves no memory behind in the solver, audit after audit", async () => {
  const highs = await loadHighs();
  const solver = (): Promise<Highs> => Promise.resolve(highs);
  for (let seed = 1; seed <= 20; seed++) await audit(smallTable(seed), { intervals: "exact", solver });
  const before = highs.memoryBytes;
  for (let round = 0; round < 20; round++)
    for (let seed = 1; seed <= 20; seed++) await audit(smallTable(seed), { intervals: "exact", solver });
  expect(highs.memoryBytes).toBe(before);
});
