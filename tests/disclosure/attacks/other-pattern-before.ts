import { filesOf, gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "each release is safe alone; together their hidden cells do not overlap",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        now: `
area,value,status
T,300,
a,5,hidden
b,95,hidden
c,100,
d,100,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } } },
      {
        earlier: [
          {
            name: "2024",
            files: filesOf({
              before: `
area,value,status
T,300,
a,5,hidden
b,95,
c,100,hidden
d,100,
`,
            }),
          },
        ],
      },
    ),
} satisfies Attack;
