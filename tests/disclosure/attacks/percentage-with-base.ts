import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a percentage is printed for a hidden count",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status,percent
T,200,,100
F,120,,60
M,74,hidden,37.0
O,6,hidden,3.0
`,
      },
      {
        kind: "tables",
        k: 11,
        dimensions: { sex: { total: "T" } },
        ratios: [{ column: "percent", denominator: { at: { sex: "T" } }, per: 100 }],
      },
    ),
} satisfies Attack;
