import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "with the persons beside them, the thirty services are a small count",
  expected: { rule: "small-count" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,persons,status
T,130,60,
F,100,57,
M,30,3,
`,
      },
      {
        kind: "tables",
        k: 11,
        unit: "services",
        dimensions: { sex: { total: "T" } },
        columns: { persons: "persons" },
      },
    ),
} satisfies Attack;
