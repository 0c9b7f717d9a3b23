import { filesOf, gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a second release that adds a dozen records in each cell",
  expected: "safe",
  run: () =>
    gateTables(
      {
        now: `
sex,value,status
T,130,
F,75,
M,55,
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
F,60,
M,40,
`,
            }),
          },
        ],
      },
    ),
} satisfies Attack;
