import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a rate is printed, and everybody knows the population",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status,rate,population
T,500,,,
a,480,hidden,4.80,10000000
b,8,hidden,0.80,1000000
c,12,hidden,1.20,1000000
`,
      },
      {
        kind: "tables",
        k: 11,
        dimensions: { area: { total: "T" } },
        ratios: [{ column: "rate", denominator: { column: "population" }, per: 100000 }],
      },
    ),
} satisfies Attack;
