import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

const safe = (title: string, t: string, dimensions: object): Attack => ({
  title,
  expected: "safe",
  run: () => gateTables({ t }, { kind: "tables", k: 11, dimensions }),
});

export default [
  safe("thirty is eighteen and twelve by chance", "sex,value,status\nF,30,\nM,18,\nO,12,\n", { sex: {} }),
  safe(
    "two years without a total",
    "year,sex,value,status\n2021,F,30,\n2021,M,20,\n2022,F,50,\n2022,M,20,\n",
    { year: {}, sex: {} },
  ),
  safe("all other areas are no total", "area,value,status\nnorth,30,\nAll other,20,\nsouth,90,\n", {
    area: {},
  }),
  safe("a code that is called T and declared to be none", "kind,value,status\nT,30,\nS,20,\n", {
    kind: { notTotals: ["T"] },
  }),
  safe(
    "codes of equal figures",
    "area,sex,value,status\na,F,20,\na,M,20,\nb,F,20,\nb,M,20,\nc,F,20,\nc,M,20,\n",
    { area: {}, sex: {} },
  ),
] satisfies Attack[];
