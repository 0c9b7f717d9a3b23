import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

const dimensions = { area: { total: "T" }, sex: { total: "T" } };

function attack(title: string, rows: string, expected: Attack["expected"], more = {}): Attack {
  return {
    title,
    expected,
    run: () =>
      gateTables(
        { t: `area,sex,value,status\n${rows}` },
        { kind: "tables", k: 11, dimensions, ...more },
      ),
  }; // prettier-ignore
}

const recoverable = { rule: "recoverable" };
const south = "south,T,71,\nsouth,F,18,\nsouth,M,53,\n";
const totals = "T,T,131,\nT,F,75,\nT,M,56,\n";

export default [
  ...["not-reported", "pending", "not-collected", "not-applicable", "conflicting"].map((status) =>
    attack(
      `a figure that is ${status} beside its total and the other part`,
      `${totals}north,T,60,\nnorth,F,57,\nnorth,M,,${status}\n${south}`,
      recoverable,
    ),
  ),
  attack(
    "a whole cross of figures is pending, and column totals are not",
    "T,T,131,\nT,F,75,\nT,M,,pending\nnorth,T,60,\nnorth,F,57,\nnorth,M,,pending\nsouth,T,71,\nsouth,F,,pending\nsouth,M,53,\n",
    recoverable,
  ),
  attack(
    "two missing figures that add up to less than the threshold",
    "T,T,79,\nT,F,75,\nT,M,4,hidden\nnorth,T,50,\nnorth,F,50,\nnorth,M,0,\nsouth,T,29,\nsouth,F,,not-reported\nsouth,M,,not-reported\n",
    recoverable,
  ),
  attack(
    "nothing is said to be counted where a figure stands",
    `${totals}north,T,60,\nnorth,F,57,\nnorth,M,,not-collected\n${south}`,
    { error: "counted after all" },
    { uncounted: [{ area: "north" }] },
  ),
  attack(
    "nothing is said to be counted where a total holds it",
    `${totals}north,T,,not-collected\nnorth,F,,not-collected\nnorth,M,,not-collected\n${south}`,
    { error: "it does not add up" },
    { uncounted: [{ area: "north" }] },
  ),
  attack(
    "nothing is said to be counted of one sex of an area",
    `${totals}north,T,60,\nnorth,F,57,\nnorth,M,,not-collected\n${south}`,
    { error: "unknown field: uncounted[0] has sex" },
    { uncounted: [{ area: "north", sex: "M" }] },
  ),
] satisfies Attack[];
