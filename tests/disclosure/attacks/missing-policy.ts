import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "no policy",
  expected: { error: "missing policy" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
`,
      },
      undefined as unknown as object,
    ),
} satisfies Attack;
