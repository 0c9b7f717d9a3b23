import {
  absenceLetters,
  TOTAL,
  type Dimension,
  type Indicator,
  type Observation,
  type View,
} from "@yeelen/dataset";

type Key = Partial<Pick<Observation, "sex" | "age" | "exploitation" | "counterpart">>;
type Figure = number | readonly [number, number] | NonNullable<Observation["absence"]>;

/** A made-up observation: a number, a suppressed range, or a reason for absence. */
export function observation(
  indicator: string,
  area: string,
  period: number,
  figure: Figure,
  key: Key = {},
): Observation {
  const base = {
    dataset: "made-up",
    indicator,
    area,
    period,
    sex: "T",
    age: "T",
    exploitation: "T",
    counterpart: "T",
    note: "",
    ...key,
  } as const;
  if (typeof figure === "number") return { ...base, value: figure, low: figure, high: figure, absence: null };
  if (typeof figure === "string") return { ...base, value: null, low: null, high: null, absence: figure };
  return { ...base, value: null, low: figure[0], high: figure[1], absence: "suppressed" };
}

/** A made-up indicator, all measures allowed, 2010 to 2016. */
export function indicator(
  id: string,
  dimensions: readonly Dimension[],
  { breaks = [], unit = "persons" }: { breaks?: Indicator["breaks"]; unit?: string } = {},
): Indicator {
  const codes = {
    sex: ["T", "F", "M", "O", "U"],
    age: ["T", "LT18", "GE18", "U"],
    exploitation: ["T", "SEX", "LABOUR", "ORGAN", "OTHER", "U"],
  } as const;
  return {
    id,
    dataset: "made-up",
    title: `Made-up ${id}`,
    subject: "trafficking",
    definition: "Figures made up for a test.",
    countedBy: "Nobody.",
    unit: { id: unit, one: "person", other: "persons" },
    dimensions: [...dimensions],
    codes: Object.fromEntries(
      dimensions
        .filter((name) => name !== "counterpart")
        .map((name) => [name, [...codes[name as keyof typeof codes]]]),
    ),
    measures: ["value", "rate", "share", "change", "index", "rank"],
    period: [2010, 2016],
    breaks: [...breaks],
    caveats: ["These figures are made up."],
    comparableWith: [],
    notComparableWith: [],
    updates: "never",
  };
}

export const madeUpSource = {
  publisher: "Nobody",
  title: "Made-up figures",
  release: "2020-01-01",
  licence: "CC0-1.0",
  url: "https://example.org/figures",
};
export const populationSource = "Nobody, made-up population";
export const protectionStatement = "Figures below 5 are published as a range.";

/** The dense cube that the publisher writes, built here straight from the list. */
export function viewOf(
  about: Indicator,
  by: readonly Dimension[],
  areas: readonly string[],
  observations: readonly Observation[],
  population: readonly Observation[],
): View {
  const years = range(about.period[0], about.period[1]);
  const rows = observations.filter(
    (row) =>
      row.indicator === about.id && allDimensions.every((name) => by.includes(name) || row[name] === TOTAL),
  );
  const axes = [
    { name: "area", codes: [...areas].sort() },
    { name: "period", codes: years },
    ...by.map((name) => ({
      name,
      codes:
        name === "counterpart"
          ? [TOTAL, ...new Set(rows.map((row) => row.counterpart).filter((code) => code !== TOTAL))].sort(
              totalFirst,
            )
          : [...(about.codes[name] ?? [])],
    })),
  ];
  const byKey = new Map(rows.map((row) => [axes.map((axis) => row[axis.name as Dimension]).join(), row]));
  const cells = product(axes.map((axis) => axis.codes)).map((key) => byKey.get(key.join()));
  const letters = Object.fromEntries(
    Object.entries(absenceLetters).flatMap(([letter, absence]) => (absence ? [[absence, letter]] : [])),
  );
  const populationAxes = [
    { name: "area", codes: [...areas].sort() },
    { name: "period", codes: years },
    ...(by.includes("sex") ? [{ name: "sex", codes: ["T", "F", "M"] }] : []),
    ...(by.includes("age") ? [{ name: "age", codes: ["T", "LT18", "GE18"] }] : []),
  ];
  const persons = new Map(
    population
      .filter((row) => (by.includes("sex") || row.sex === TOTAL) && (by.includes("age") || row.age === TOTAL))
      .map((row) => [populationAxes.map((axis) => row[axis.name as Dimension]).join(), row.value]),
  );
  return {
    schema: "yeelen-view/1",
    dataset: "made-up",
    release: "2020-01-01",
    indicator: about.id,
    by: [...by],
    axes,
    values: cells.map((row) => row?.value ?? null),
    absence: cells.map((row) => (!row ? "-" : row.absence ? letters[row.absence] : ".")).join(""),
    bounds: cells.flatMap((row, index) =>
      row?.absence === "suppressed" ? [[index, row.low ?? 0, row.high ?? 0] as [number, number, number]] : [],
    ),
    population: {
      axes: populationAxes,
      values: product(populationAxes.map((axis) => axis.codes)).map((key) => persons.get(key.join()) ?? null),
      source: populationSource,
    },
    about: {
      title: about.title,
      subject: about.subject,
      definition: about.definition,
      unit: about.unit,
      measures: about.measures,
      period: about.period,
      breaks: about.breaks,
      caveats: about.caveats,
      protection: protectionStatement,
      sources: [madeUpSource],
    },
  };
}

const allDimensions = ["sex", "age", "exploitation", "counterpart"] as const;

function totalFirst(a: string, b: string): number {
  if (a === TOTAL || b === TOTAL) return a === b ? 0 : a === TOTAL ? -1 : 1;
  return a < b ? -1 : 1;
}

export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function product(lists: readonly (readonly (string | number)[])[]): (string | number)[][] {
  return lists.reduce<(string | number)[][]>(
    (keys, list) => keys.flatMap((key) => list.map((code) => [...key, code])),
    [[]],
  );
}
