import { auditTables, parsePolicy, protectTables } from "../../../packages/disclosure/src/index.ts";
import type { TablePolicy } from "../../../packages/disclosure/src/index.ts";
import { seeded, smallCounts } from "../randomTables.ts";
import { filesOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

/** True figures that must be given a safe form although they form no tree: hidden by `protectTables`, then attacked. */
function attack(
  title: string,
  dimensions: object,
  leaves: readonly (readonly string[])[],
  seed: number,
): Attack {
  return {
    title: `${title}, figures ${seed}`,
    expected: "safe",
    run: async () => {
      const random = seeded(seed);
      const names = Object.keys(dimensions);
      const policy = parsePolicy({ kind: "tables", k: 11, dimensions, unlisted: "unknown" }) as TablePolicy;
      const rows = new Map(leaves.map((at) => [at.join(","), smallCounts(random)]));
      names.forEach((name, d) => addTotals(rows, d, policy.dimensions[name]!.parts!));
      const write = (isHidden: (key: string) => boolean): string =>
        [`${names.join(",")},value,status`, ...Array.from(rows, ([key, value]) => `${key},${value},${isHidden(key) ? "hidden" : ""}`)].join("\n"); // prettier-ignore
      const { table } = await protectTables(filesOf({ t: write(() => false) }), policy);
      const hidden = (key: string): boolean => {
        const at = key.split(",");
        const cell = names.map((name, d) => `${name}=${at[d]}`).sort().join("|"); // prettier-ignore
        return table.cell(cell).status === "hidden";
      };
      const report = await auditTables(filesOf({ t: write(hidden) }), policy);
      return { rules: report.private.violations.map(({ rule }) => rule) };
    },
  };
}

function addTotals(rows: Map<string, number>, d: number, parts: Readonly<Record<string, readonly string[]>>) {
  // parts come before the totals they are in: the innermost total is named last
  for (const [total, codes] of Object.entries(parts).reverse()) {
    const sums = new Map<string, number>();
    for (const [key, value] of rows) {
      const at = key.split(",");
      if (codes.includes(at[d]!)) {
        const own = at.with(d, total).join(",");
        sums.set(own, (sums.get(own) ?? 0) + value);
      }
    }
    for (const [key, sum] of sums) rows.set(key, sum);
  }
}

const sex = { parts: { T: ["F", "M"] } };
const bands = { parts: { all: ["0-15", "16-17", "18-29", "30+"], minors: ["0-15", "16-17"], young: ["16-17", "18-29"] } }; // prettier-ignore
const borders = { parts: { T: ["a", "b", "c", "d"], "old-north": ["a", "b"], "new-north": ["a", "b", "c"] } };
const cross = (one: readonly string[], other: readonly string[]): string[][] =>
  one.flatMap((a) => other.map((b) => [a, b]));

export default [1, 2, 3, 4].flatMap((seed) => [
  attack("overlapping age bands by sex", { age: bands, sex }, cross(bands.parts.all, ["F", "M"]), seed),
  attack("old and new borders by sex", { area: borders, sex }, cross(borders.parts.T, ["F", "M"]), seed),
]) satisfies Attack[];
