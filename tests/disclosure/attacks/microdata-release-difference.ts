import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "three records left a class since the last release",
  expected: { rule: "release-difference" },
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
      {
        earlier: [
          {
            name: "2024",
            columns: recordsOf(
              ["sex", "area", "form"],
              [
                [20, "F", "a", "labour"],
                [20, "F", "a", "sexual"],
                [20, "F", "b", "labour"],
                [20, "F", "b", "sexual"],
                [20, "M", "a", "labour"],
                [23, "M", "a", "sexual"],
              ],
            ),
          },
        ],
      },
    ),
} satisfies Attack;
