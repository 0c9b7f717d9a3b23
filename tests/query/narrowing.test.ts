import type { Dimension, IndicatorQuery, Measure, Observation } from "@yeelen/dataset";
import { lineModel } from "@yeelen/charts";
import { toCsv } from "@yeelen/query/export";
import { answerFromView } from "@yeelen/query/views";
import fc from "fast-check";
import { expect, test } from "vitest";
import { indicator, observation, viewOf } from "./made-up.ts";

type Range = readonly [low: number, high: number];
type Row = Pick<Observation, "value" | "low" | "high" | "absence">;
interface Count {
  readonly truth: number;
  readonly below: number;
  readonly above: number;
  readonly hidden: boolean;
}
type World = readonly { readonly cells: readonly Count[]; readonly total: Count }[];

const areas = ["MLI", "NER"];
const years = [2010, 2011, 2012];
const sexes = ["F", "M"];
const about = indicator("detected", ["sex"]);
const places = areas.flatMap((area) => years.map((year) => ({ area, year })));

const count = fc.record({
  truth: fc.nat(20),
  below: fc.nat(4),
  above: fc.nat(4),
  hidden: fc.boolean(),
});
const worlds: fc.Arbitrary<World> = fc.array(
  fc.record({ cells: fc.tuple(count, count), total: count }).map(({ cells, total }) => ({
    cells,
    total: { ...total, truth: cells[0].truth + cells[1].truth },
  })),
  { minLength: places.length, maxLength: places.length },
);
const questions = fc.record({
  measure: fc.constantFrom<Measure>("value", "rate", "share", "change", "index", "rank"),
  split: fc.constantFrom("none", "by", "where"),
});
const persons = (sex: string): number => (sex === "T" ? 700_000 : 300_000);

test("answerFromView(view, question) leaves a suppressed figure every value of its published range, whatever is derived", () => {
  fc.assert(
    fc.property(worlds, questions, (world, { measure, split }) => {
      fc.pre(measure !== "share" || split !== "none");
      const { rows } = answer(world, measure, split);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const sex = split === "none" ? "T" : split === "where" ? "F" : String(row["sex"]);
        const told = row as unknown as Row;
        if (!["T", ...sexes].includes(sex)) {
          expect(told).toMatchObject({ value: null, low: null, high: null });
          continue;
        }
        expect(narrowed(world, measure, String(row["area"]), Number(row["period"]), sex, told)).toBeNull();
      }
    }),
    { numRuns: 400 },
  );
});

test("rows, notes, the chart's description and the CSV are the same for every truth that published figures allow", () => {
  fc.assert(
    fc.property(worlds, questions, fc.nat(), (world, { measure, split }, pick) => {
      fc.pre(measure !== "share" || split !== "none");
      const other = anotherTruth(world, pick);
      expect(everythingSaid(other, measure, split)).toBe(everythingSaid(world, measure, split));
    }),
    { numRuns: 200 },
  );
});

test("a figure worked out from hidden values is recognised as narrowing", () => {
  const hidden: Count = { truth: 3, below: 3, above: 1, hidden: true };
  const known: Count = { truth: 10, below: 0, above: 0, hidden: false };
  const world: World = places.map(() => ({ cells: [hidden, known], total: { ...known, truth: 13 } }));
  const told = (low: number, high: number, value: number | null = null): Row => ({
    value,
    low,
    high,
    absence: value === null ? "suppressed" : null,
  });
  const check = (measure: Measure, row: Row) => narrowed(world, measure, "MLI", 2011, "F", row);
  expect(check("value", told(0, 4))).toBeNull();
  expect(check("value", told(3, 3))).toContain("leaves out 0");
  expect(check("value", told(3, 3, 3))).toContain("a figure");
  expect(check("rate", told(0, 1))).toContain("leaves out");
  expect(check("share", told(0, 0.3))).toContain("leaves out");
  expect(check("change", told(0, 0))).toContain("leaves out -1");
  expect(check("rank", told(1, 1, 1))).toContain("a figure");
});

/** What a row tells about hidden figures beyond their published ranges, or null. */
function narrowed(
  world: World,
  measure: Measure,
  area: string,
  year: number,
  sex: string,
  row: Row,
): string | null {
  const cell = published(world, area, year, sex);
  if (!cell) return null;
  const others: Range[] = [];
  let formula: (figure: number, other: number) => number = (figure) => figure;
  if (measure === "rate") formula = (figure) => (figure * 100_000) / persons(sex);
  if (measure === "share") {
    others.push(published(world, area, year, "T")!);
    formula = (figure, whole) => figure / whole;
  }
  if (measure === "change") {
    const before = published(world, area, year - 1, sex);
    if (!before) return row.value === null ? null : "a figure without the year before";
    others.push(before);
    formula = (figure, before) => figure - before;
  }
  if (measure === "index") {
    const base = years.flatMap((one) => {
      const [low, high] = published(world, area, one, sex)!;
      return one <= year && low === high && !isHidden(world, area, one, sex) && low > 0 ? [low] : [];
    })[0];
    if (base === undefined) return row.value === null && row.low === null ? null : "a figure without a base";
    formula = (figure) => (100 * figure) / base;
  }
  const hiddenOther =
    (measure === "share" && isHidden(world, area, year, "T")) ||
    (measure === "change" && isHidden(world, area, year - 1, sex));
  if (!isHidden(world, area, year, sex) && !hiddenOther) return null;
  if (row.value !== null) return `a figure from hidden ones: ${row.value}`;
  if (row.low === null || row.high === null) return row.low === row.high ? null : "half a range";
  for (const figure of within(cell))
    for (const other of others[0] ? within(others[0]) : [0]) {
      const possible = formula(figure, other);
      if (possible < row.low - 1e-9 || possible > row.high + 1e-9) return `leaves out ${possible}`;
    }
  return null;
}

function answer(world: World, measure: Measure, split: string) {
  return answerFromView(viewFrom(world), question(measure, split));
}

function question(measure: Measure, split: string): IndicatorQuery {
  return {
    indicator: "detected",
    areas,
    period: [2010, 2012],
    measure,
    ...(split === "by" && { by: ["sex"] as Dimension[] }),
    ...(split === "where" && { where: { sex: "F" } }),
  };
}

function everythingSaid(world: World, measure: Measure, split: string): string {
  const { columns, rows, notes } = answer(world, measure, split);
  const csv = toCsv({
    columns: columns.map(({ name }) => ({ name, type: "VARCHAR" })),
    rows: rows.map((row) => columns.map(({ name }) => row[name as keyof typeof row] ?? null)),
    truncated: false,
  });
  const provenance = {
    dataset: "made-up",
    release: "2020-01-01",
    manifest: "",
    files: [],
    engine: "views" as const,
    sql: "",
    sources: [],
  };
  const whole = { query: question(measure, split), columns, rows, notes, digest: "", provenance };
  const chart =
    measure === "rank"
      ? ""
      : JSON.stringify(lineModel(whole as Parameters<typeof lineModel>[0], viewFrom(world).about));
  return JSON.stringify([rows, notes, csv, chart]);
}

function viewFrom(world: World) {
  const observations = places.flatMap(({ area, year }, place) =>
    ["T", ...sexes].map((sex) => {
      const { truth, hidden } = countOf(world, place, sex);
      return observation("detected", area, year, hidden ? rangeOf(countOf(world, place, sex)) : truth, {
        sex: sex as Observation["sex"],
      });
    }),
  );
  const population = places.flatMap(({ area, year }) =>
    ["T", ...sexes].map((sex) =>
      observation("population", area, year, persons(sex), { sex: sex as Observation["sex"] }),
    ),
  );
  return viewOf(about, ["sex"], areas, observations, population);
}

/** Another truth: hidden figures moved within their published ranges, the sums of published totals kept. */
function anotherTruth(world: World, pick: number): World {
  return world.map(({ cells, total }) => {
    const choices = within(rangeIf(cells[0]!)).flatMap((first) =>
      within(rangeIf(cells[1]!)).flatMap((second) => {
        const [low, high] = rangeIf(total);
        return first + second >= low && first + second <= high ? [[first, second] as const] : [];
      }),
    );
    const [first, second] = choices[pick % choices.length]!;
    return {
      cells: [moved(cells[0]!, first), moved(cells[1]!, second)],
      total: moved(total, first + second),
    };
  });
}

function moved(count: Count, truth: number): Count {
  const [low, high] = rangeOf(count);
  return { ...count, truth, below: truth - low, above: high - truth };
}

function published(world: World, area: string, year: number, sex: string): Range | undefined {
  const place = places.findIndex((one) => one.area === area && one.year === year);
  return place === -1 ? undefined : rangeIf(countOf(world, place, sex));
}

function isHidden(world: World, area: string, year: number, sex: string): boolean {
  const place = places.findIndex((one) => one.area === area && one.year === year);
  return place !== -1 && countOf(world, place, sex).hidden;
}

function countOf(world: World, place: number, sex: string): Count {
  const { cells, total } = world[place]!;
  return sex === "T" ? total : cells[sexes.indexOf(sex)]!;
}

function rangeIf(count: Count): Range {
  return count.hidden ? rangeOf(count) : [count.truth, count.truth];
}

function rangeOf({ truth, below, above }: Count): Range {
  return [Math.max(0, truth - below), truth + above];
}

function within([low, high]: Range): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}
