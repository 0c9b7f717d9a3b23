import { filesOf, gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a cell hidden today was printed in the last release",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        now: `
sex,value,status
T,100,
F,88,hidden
M,12,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
      {
        earlier: [
          {
            name: "2024",
            files: filesOf({
              before: `
sex,value,status
T,100,
F,88,
M,12,
`,
            }),
          },
        ],
      },
    ),
} satisfies Attack;
