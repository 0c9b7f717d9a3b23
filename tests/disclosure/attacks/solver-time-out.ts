import { fourByFourPolicy, safeFourByFour } from "../fourByFourFile.ts";
import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "no time to prove anything",
  expected: { rule: "unproven" },
  run: () => gateTables({ table: safeFourByFour }, fourByFourPolicy, { seconds: 0 }),
} satisfies Attack;
