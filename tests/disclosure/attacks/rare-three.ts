import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "three columns single out seven records",
  expected: { rule: "rare-combination" },
  run: () =>
    gateRecords(
      recordsOf(
        ["sex", "area", "form"],
        [
          [20, "F", "a", "labour"],
          [20, "F", "a", "sexual"],
          [20, "F", "b", "labour"],
          [20, "F", "b", "sexual"],
          [7, "M", "a", "labour"],
          [20, "M", "a", "sexual"],
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
