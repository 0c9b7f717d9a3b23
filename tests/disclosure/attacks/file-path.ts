import { findCanaries } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a file's name says what was removed from it",
  expected: { rule: "kept-value" },
  run: async () => {
    const file = { path: "2021/without-kalinda-4711.csv", bytes: new TextEncoder().encode("sex,value") };
    const found = await findCanaries([file], ["kalinda-4711"]);
    return { rules: found.map(() => "kept-value") };
  },
} satisfies Attack;
