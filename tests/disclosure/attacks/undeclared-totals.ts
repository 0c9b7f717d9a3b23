import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

/** A table whose lone hidden figure is the total less the other. */
const table = (total: string) => `
area,sex,value,status
north,${total},60,
north,F,52,
north,M,8,hidden
south,${total},71,
south,F,23,
south,M,48,
east,${total},1200,
east,F,700,
east,M,500,
`;
const policy = { kind: "tables", k: 11, dimensions: { area: {}, sex: {} } };
const names = [
  "T",
  "_T",
  "Total",
  "Ensemble",
  "Total general",
  "Todos",
  "المجموع",
  "Итого",
  "Усього",
  "Both sexes",
];
const byName = names.map((name): Attack => ({
  title: `${name} is a total that the policy does not declare`,
  expected: { error: `undeclared total: sex has ${name}` },
  run: () => gateTables({ t: table(name) }, policy),
}));

export default [
  ...byName,
  {
    title: "a total with a name that says nothing is one by its sums",
    expected: { error: "undeclared total: sex has X1" },
    run: () => gateTables({ t: table("X1") }, policy),
  },
  {
    title: "a region that is the sum of two of three districts",
    expected: { error: "undeclared total: area has r" },
    run: () =>
      gateTables(
        {
          t: `
area,year,value,status
r,2021,300,
r,2022,471,
r,2023,533,
d1,2021,100,
d1,2022,171,
d1,2023,233,
d2,2021,200,
d2,2022,300,
d2,2023,300,
d3,2021,77,
d3,2022,91,
d3,2023,400,
`,
        },
        { kind: "tables", k: 11, dimensions: { area: {}, year: {} } },
      ),
  },
] satisfies Attack[];
