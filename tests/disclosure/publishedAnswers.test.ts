import { expect, it } from "vitest";
import { audit, crossTable, kAnonymity, lDiversity } from "../../packages/disclosure/src/index.ts";
import type { CrossCell } from "../../packages/disclosure/src/index.ts";

type Rows = readonly (readonly string[])[];

function columnsOf(names: readonly string[], rows: Rows): Record<string, string[]> {
  return Object.fromEntries(names.map((name, c) => [name, rows.map((row) => row[c]!)]));
}

// Sweeney, "k-anonymity: a model for protecting privacy", 2002: the table of eleven records that is 2-anonymous.
const sweeney = columnsOf(
  ["race", "birth", "gender", "zip", "problem"],
  [
    ["black", "1965", "m", "0214*", "breath"],
    ["black", "1965", "m", "0214*", "chest"],
    ["black", "1965", "f", "0213*", "tension"],
    ["black", "1965", "f", "0213*", "tension"],
    ["black", "1964", "f", "0213*", "weight"],
    ["black", "1964", "f", "0213*", "chest"],
    ["white", "1964", "m", "0213*", "chest"],
    ["white", "1964", "m", "0213*", "weight"],
    ["white", "1964", "m", "0213*", "breath"],
    ["white", "1967", "m", "0213*", "chest"],
    ["white", "1967", "m", "0213*", "chest"],
  ],
);

it("kAnonymity(records) finds Sweeney's table 2-anonymous, in five classes", () => {
  const quasi = ["race", "birth", "gender", "zip"];
  expect(kAnonymity(sweeney, quasi, { threshold: 3 })).toMatchObject({ k: 2, classes: 5, below: 8 });
  // two of its classes are of one mind
  expect(lDiversity(sweeney, quasi, ["problem"])).toMatchObject([{ values: 1, share: 1, below: 4 }]);
});

// Machanavajjhala et al., "l-diversity: privacy beyond k-anonymity", 2007: twelve inpatients, twice generalised.
const diseases = "heart heart viral viral cancer heart viral viral cancer cancer cancer cancer".split(" ");
const inpatients = (zips: string, ages: string) =>
  columnsOf(
    ["zip", "age", "disease"],
    diseases.map((disease, at) => [zips.split(" ")[at]!, ages.split(" ")[at]!, disease]),
  );
const times = (word: string, count: number) => Array<string>(count).fill(word).join(" ");

it("lDiversity(records) finds the 4-anonymous inpatients' class that all have one disease", () => {
  const table = inpatients(
    `${times("130**", 4)} ${times("1485*", 4)} ${times("130**", 4)}`,
    `${times("<30", 4)} ${times("≥40", 4)} ${times("3*", 4)}`,
  );
  expect(kAnonymity(table, ["zip", "age"])).toMatchObject({ k: 4, classes: 3 });
  expect(lDiversity(table, ["zip", "age"], ["disease"])).toMatchObject([{ values: 1, share: 1, below: 4 }]);
});

it("lDiversity(records) finds the other generalisation of the inpatients 3-diverse", () => {
  const table = inpatients(
    `1305* 1306* 1306* 1305* ${times("1485*", 4)} 1305* 1305* 1306* 1306*`,
    `${times("≤40", 4)} ${times(">40", 4)} ${times("≤40", 4)}`,
  );
  expect(kAnonymity(table, ["zip", "age"])).toMatchObject({ k: 4, classes: 3 });
  expect(lDiversity(table, ["zip", "age"], ["disease"])).toMatchObject([{ values: 3, share: 0.5, below: 0 }]);
});

// Fischetti & Salazar, "Solving the cell suppression problem on tabular data with linear constraints", 2001.
const investments = { I: [20, 50, 10], II: [8, 19, 22], III: [17, 32, 12] };

it("audit(table) gives the interval 5 to 30 for the investments' sensitive 22, as the paper does", async () => {
  const hidden = new Set(["II A", "II C", "III A", "III C"]);
  const regions = ["A", "B", "C"];
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const published = (at: string[], value: number): CrossCell => ({ at, value, status: "published" });
  const cells = [
    ...Object.entries(investments).flatMap(([activity, values]) => [
      published([activity, "T"], sum(values)),
      ...values.map((value, c): CrossCell => {
        const at = [activity, regions[c]!];
        if (!hidden.has(at.join(" "))) return published(at, value);
        return { at, value, status: "hidden", sensitive: at.join(" ") === "II C" };
      }),
    ]),
    ...regions.map((region, c) =>
      published(["T", region], sum(Object.values(investments).map((row) => row[c]!))),
    ),
    published(["T", "T"], sum(Object.values(investments).flat())),
  ];
  const activities = Object.keys(investments);
  const table = crossTable(
    11,
    [
      { name: "activity", codes: ["T", ...activities], parts: { T: activities } },
      { name: "region", codes: ["T", ...regions], parts: { T: regions } },
    ],
    cells,
  );
  const { findings } = await audit(table, { intervals: "exact" });
  const of = (key: string) => findings.find((one) => one.key === key);
  expect(of("activity=II|region=C")).toMatchObject({ low: 5, high: 30, exact: true });
  expect(of("activity=II|region=A")).toMatchObject({ low: 0, high: 25 });
  expect(of("activity=III|region=C")).toMatchObject({ low: 4, high: 29 });
});
