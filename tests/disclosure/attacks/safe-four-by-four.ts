import { fourByFourPolicy, safeFourByFour } from "../fourByFourFile.ts";
import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "the same 4x4 with one more cell hidden",
  expected: "safe",
  run: () => gateTables({ table: safeFourByFour }, fourByFourPolicy),
} satisfies Attack;
