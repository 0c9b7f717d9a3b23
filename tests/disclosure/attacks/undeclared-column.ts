import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a column that the policy gives no role",
  expected: { rule: "undeclared-column" },
  run: () =>
    gateRecords(
      recordsOf(
        ["sex", "area", "form", "office"],
        [
          [20, "F", "a", "labour", "x"],
          [20, "F", "a", "sexual", "x"],
          [20, "F", "b", "labour", "x"],
          [20, "F", "b", "sexual", "x"],
          [20, "M", "a", "labour", "x"],
          [20, "M", "a", "sexual", "x"],
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
