import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a removed value is still in a column's dictionary",
  expected: { rule: "leftover-dictionary" },
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
        ],
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
      { file: { dictionaries: { area: ["a", "b", "Kalinda"] } } },
    ),
} satisfies Attack;
