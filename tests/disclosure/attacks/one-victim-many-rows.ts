import { gateRecords } from "../gate.ts";
import type { Attack } from "../gate.ts";

const rows = Array.from({ length: 40 }, (_, i) => i);

export default {
  title: "forty rows about ten persons make a class of forty",
  expected: { rule: "k-anonymity" },
  run: () =>
    gateRecords(
      {
        sex: rows.map(() => "F"),
        form: rows.map((i) => (i < 20 ? "labour" : "sexual")),
        person: rows.map((i) => `p${i % 10}`),
      },
      { kind: "records", k: 11, columns: { sex: "quasi", form: "sensitive", person: "person" } },
    ),
} satisfies Attack;
