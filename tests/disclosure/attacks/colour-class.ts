import { fourByFourPolicy, safeFourByFour } from "../fourByFourFile.ts";
import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a map colours a hidden cell as 1 to 10",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables({ table: safeFourByFour }, fourByFourPolicy, {
      observations: [{ key: "column=c|row=x", low: 1, high: 10, source: "second colour of the map" }],
    }),
} satisfies Attack;
