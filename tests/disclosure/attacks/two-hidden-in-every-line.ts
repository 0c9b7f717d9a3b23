import { fourByFourPolicy, weakFourByFour } from "../fourByFourFile.ts";
import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "every line hides two or more, yet one cell is exact (sdcTable's 4x4)",
  expected: { rule: "recoverable" },
  run: () => gateTables({ table: weakFourByFour }, fourByFourPolicy),
} satisfies Attack;
