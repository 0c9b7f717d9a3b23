import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a file without rows",
  expected: { error: "empty file" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
