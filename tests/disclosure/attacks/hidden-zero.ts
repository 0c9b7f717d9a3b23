import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

// A line of figures, hidden ones written with an h; the total is printed.
function attack(title: string, figures: string, k = 11): Attack {
  const all = figures.split(" ");
  const total = all.reduce((sum, figure) => sum + parseInt(figure), 0);
  const rows = all.map((figure, i) => `c${i},${parseInt(figure)},${figure.endsWith("h") ? "hidden" : ""}`);
  return {
    title,
    expected: { rule: "recoverable" },
    run: () =>
      gateTables(
        { t: `form,value,status\nT,${total},\n${rows.join("\n")}` },
        { kind: "tables", k, dimensions: { form: { total: "T" } } },
      ),
  };
}

export default [
  attack("two hidden figures that add up to the threshold: each is at least 1, so neither reaches it", "1h 10h 30 0 0"), // prettier-ignore
  attack("three hidden figures that add up to one more than the threshold", "2h 4h 6h 40 0"),
  attack("five hidden figures that add up to the threshold", "2h 2h 2h 2h 3h 50"),
  attack("a hidden zero among many hidden figures convinces nobody", "0h 2h 3h 1h 2h 1h 2h 40"),
  attack("two hidden figures that add up to a threshold of five", "1h 4h 20 0 0 0", 5),
  {
    title: "a table in which every other line is settled by counting from 1",
    expected: { rule: "recoverable" },
    run: () =>
      gateTables(
        {
          t: "area,sex,value,status\nT,T,111,\nT,F,61,\nT,M,50,\na,T,11,\na,F,6,hidden\na,M,5,hidden\nb,T,100,\nb,F,55,hidden\nb,M,45,hidden\n",
        },
        { kind: "tables", k: 11, dimensions: { area: { total: "T" }, sex: { total: "T" } } },
      ),
  },
] satisfies Attack[];
