import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "0-17 minus 0-15 leaves the sixteen and seventeen year olds",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
age,value,status
0-15,80,
0-17,84,
16-29,60,
18-29,56,
`,
      },
      {
        kind: "tables",
        k: 11,
        dimensions: { age: { parts: { "0-17": ["0-15", "16-17"], "16-29": ["16-17", "18-29"] } } },
        unlisted: "unknown",
      },
    ),
} satisfies Attack;
