import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "an insider who is the one exception knows all the others",
  expected: { rule: "l-diversity" },
  run: () =>
    gateRecords(
      recordsOf(
        ["sex", "area", "form"],
        [
          [20, "F", "a", "labour"],
          [20, "F", "a", "sexual"],
          [20, "F", "b", "labour"],
          [20, "F", "b", "sexual"],
          [1, "M", "a", "labour"],
          [20, "M", "a", "sexual"],
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
