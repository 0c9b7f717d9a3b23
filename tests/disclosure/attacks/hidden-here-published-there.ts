import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a cell is hidden in one file and printed in another",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        one: `
area,value,status
T,100,
a,40,
b,5,hidden
c,55,hidden
`,
        two: `
area,value,status
T,100,
c,55,
`,
      },
      { kind: "tables", k: 11, unlisted: "unknown", dimensions: { area: { total: "T" } } },
    ),
} satisfies Attack;
