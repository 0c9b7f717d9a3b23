import { markObservation } from "../../../packages/disclosure/src/index.ts";
import { fourByFourPolicy, safeFourByFour } from "../fourByFourFile.ts";
import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a bar is drawn for a hidden cell, as high as its value",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables({ table: safeFourByFour }, fourByFourPolicy, {
      observations: [markObservation("column=c|row=x", 15, { domain: [0, 100], range: [0, 300] })],
    }),
} satisfies Attack;
