import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

const policy = { kind: "records", k: 11, columns: { sex: "quasi", form: "sensitive", extra: "safe" } };
const attack = (title: string, rule: string, run: () => Parameters<typeof gateRecords>[0]): Attack => ({
  title,
  expected: { rule },
  run: () => gateRecords(run(), policy),
});
const names = ["sex", "form", "extra"];
const many = Array.from({ length: 40 }, (_, i) => i);

export default [
  attack("a single record", "k-anonymity", () => recordsOf(names, [[1, "F", "labour", "x"]])),
  attack("all records alike tell what happened to each", "l-diversity", () =>
    recordsOf(names, [[40, "F", "labour", "x"]]),
  ),
  attack("all records different", "k-anonymity", () =>
    recordsOf(
      names,
      many.map((i) => [1, `s${i}`, `f${i}`, `x${i}`] as const),
    ),
  ),
  attack("a column of unique values, said to be safe", "identifier", () =>
    recordsOf(
      names,
      many.map((i) => [1, "F", i % 2 === 0 ? "labour" : "sexual", `x${i}`] as const),
    ),
  ),
  attack("a column of unique values in a file of few records", "identifier", () =>
    recordsOf(
      names,
      many.slice(0, 8).map((i) => [1, "F", i % 2 === 0 ? "labour" : "sexual", `x${i}`] as const),
    ),
  ),
  attack("unique numbers, half of them blank", "identifier", () =>
    recordsOf(
      names,
      many.map((i) => [1, "F", i % 2 === 0 ? "labour" : "sexual", i < 20 ? `${i + 3}` : null] as const),
    ),
  ),
  {
    title: "four columns single out what three do not",
    expected: { rule: "rare-combination" },
    run: () => {
      // every three of the columns leave their parity open
      const rows = Array.from({ length: 16 }, (_, i) => [8, 4, 2, 1].map((bit) => Number((i & bit) > 0)));
      return gateRecords(
        recordsOf(
          ["a", "b", "c", "d"],
          rows.map(
            (bits) => [bits.reduce((sum, bit) => sum + bit) % 2 === 0 ? 20 : 2, ...bits.map(String)] as const,
          ),
        ),
        { kind: "records", k: 11, columns: { a: "quasi", b: "safe", c: "safe", d: "safe" } },
      );
    },
  },
] satisfies Attack[];
