import { filesOf, gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "three records were added between two releases",
  expected: { rule: "release-difference" },
  run: () =>
    gateTables(
      {
        now: `
sex,value,status
T,103,
F,63,
M,40,
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
