import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "the year is hidden, but the sum since 2019 is printed each year",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
period,value,status
2019-2020,90,
2019-2021,97,
2021,7,hidden
`,
      },
      {
        kind: "tables",
        k: 11,
        dimensions: { period: {} },
        relations: [{ total: { period: "2019-2021" }, parts: [{ period: "2019-2020" }, { period: "2021" }] }],
      },
    ),
} satisfies Attack;
