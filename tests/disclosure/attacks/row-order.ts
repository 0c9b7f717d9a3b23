import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "rows lie in the order in which they came",
  expected: { rule: "row-order" },
  run: () =>
    gateRecords(
      Object.fromEntries(
        Object.entries(
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
        ).map(([name, column]) => [name, Array.from(column as ArrayLike<string>).reverse()]),
      ),
      { kind: "records", k: 11, columns: { sex: "quasi", area: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
