import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "one area in composed and decomposed letters",
  expected: { rule: "split-category" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status
T,90,
Él,40,
E\u0301l,30,
South,20,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } } },
    ),
} satisfies Attack;
