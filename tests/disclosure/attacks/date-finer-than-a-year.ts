import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "the month of registration",
  expected: { rule: "fine-date" },
  run: () =>
    gateRecords(
      recordsOf(
        ["sex", "area", "form"],
        [
          [20, "F", "2021-05", "labour"],
          [20, "F", "2021-05", "sexual"],
          [20, "F", "2021-06", "labour"],
          [20, "F", "2021-06", "sexual"],
          [20, "M", "2021-05", "labour"],
          [20, "M", "2021-05", "sexual"],
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
