import { gateRecords } from "../gate.ts";
import type { Attack } from "../gate.ts";

const numbers = Array.from({ length: 60 }, (_, i) => `c${100 + i}`);

export default {
  title: "a case number passed off as a safe column",
  expected: { rule: "identifier" },
  run: () =>
    gateRecords(
      {
        case: numbers,
        sex: Array<string>(60).fill("F"),
        form: numbers.map((_, i) => (i % 2 ? "labour" : "sexual")),
      },
      { kind: "records", k: 11, columns: { case: "safe", sex: "quasi", form: "sensitive" } },
    ),
} satisfies Attack;
