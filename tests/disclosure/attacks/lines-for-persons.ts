import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

const policy = {
  kind: "records",
  k: 11,
  columns: { sex: "quasi", area: "quasi", form: "sensitive", case: "person" },
};

/** Records in large, mixed classes; the last one is somebody's, again and again. */
const repeated = (times: number, rows: Parameters<typeof recordsOf>[1]) => {
  const columns = recordsOf(["sex", "area", "form"], rows);
  const { length } = columns["sex"]!;
  return { ...columns, case: Array.from({ length }, (_, i) => `p${Math.min(i, length - times)}`) };
};
const common: Parameters<typeof recordsOf>[1] = [
  [20, "F", "a", "labour"],
  [20, "F", "a", "sexual"],
  [20, "M", "a", "labour"],
];

const attack = (title: string, rule: string, rows: typeof common, times: number): Attack => ({
  title,
  expected: { rule },
  run: () => gateRecords(repeated(times, rows), policy),
});

export default [
  attack("one person's twelve lines are a class", "k-anonymity", [...common, [12, "O", "z", "sexual"]], 12),
  attack(
    "one person's eleven lines are a combination",
    "rare-combination",
    [...common, [11, "O", "z", "labour"]],
    11,
  ),
  attack(
    "two lines of one person look like two persons",
    "repeated-person",
    [...common, [20, "M", "a", "sexual"]],
    2,
  ),
  attack(
    "six persons with fifteen lines",
    "k-anonymity",
    [...common, [5, "O", "z", "labour"], [10, "O", "z", "sexual"]],
    10,
  ),
  attack(
    "a class is mixed by the lines of one person alone",
    "l-diversity",
    [
      [20, "F", "a", "labour"],
      [20, "F", "a", "sexual"],
      [20, "M", "a", "labour"],
      [9, "M", "a", "sexual"],
    ],
    9,
  ),
  {
    title: "a line that says not whose it is",
    expected: { rule: "repeated-person" },
    run: () => {
      const columns = repeated(1, [...common, [20, "M", "a", "sexual"]]);
      return gateRecords({ ...columns, case: ["", ...columns.case.slice(1)] }, policy);
    },
  },
] satisfies Attack[];
