import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "records are published beside the table that hides their count",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,50,
M,42,hidden
O,8,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
      {
        records: [
          {
            complete: true,
            columns: {
              sex: [
                ...Array<string>(50).fill("F"),
                ...Array<string>(42).fill("M"),
                ...Array<string>(8).fill("O"),
              ],
            },
          },
        ],
      },
    ),
} satisfies Attack;
