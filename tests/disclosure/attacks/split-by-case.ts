import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "one area written in two ways halves its counts",
  expected: { rule: "split-category" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status
T,90,
Norden,40,
norden ,30,
South,20,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } } },
    ),
} satisfies Attack;
