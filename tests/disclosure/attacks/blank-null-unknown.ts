import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a blank, and the word Unknown, as two values",
  expected: { rule: "missing-words" },
  run: () =>
    gateRecords(
      recordsOf(
        ["sex", "area", "form"],
        [
          [20, "F", "a", "labour"],
          [20, "F", "a", "sexual"],
          [20, "F", "b", "labour"],
          [20, "F", "b", "sexual"],
          [20, "M", "a", "labour"],
          [20, "M", "a", "sexual"],
          [15, "F", "Unknown", "labour"],
          [15, "F", "Unknown", "sexual"],
          [15, "F", null, "labour"],
          [15, "F", null, "sexual"],
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
