import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "percentages too coarse to give a hidden count away",
  expected: "safe",
  run: () =>
    gateTables(
      {
        t: `
sex,value,status,percent
T,4000,,100
F,3000,,75
M,995,hidden,
O,5,hidden,
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
