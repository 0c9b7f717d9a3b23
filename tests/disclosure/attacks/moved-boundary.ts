import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a village moved from one district to the other: old and new borders side by side",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
district,value,status
old-north,140,
old-south,160,
new-north,133,
new-south,167,
T,300,
`,
      },
      {
        kind: "tables",
        k: 11,
        unlisted: "unknown",
        dimensions: {
          district: {
            parts: {
              T: ["rest-north", "village", "rest-south"],
              "old-north": ["rest-north", "village"],
              "old-south": ["rest-south"],
              "new-north": ["rest-north"],
              "new-south": ["rest-south", "village"],
            },
          },
        },
      },
    ),
} satisfies Attack;
