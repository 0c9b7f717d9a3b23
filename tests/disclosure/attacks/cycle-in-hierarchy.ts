import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a total that is part of its own part",
  expected: { error: "cycle in hierarchy" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status
a,100,
b,100,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { parts: { a: ["b"], b: ["a"] } } } },
    ),
} satisfies Attack;
