import { absences, codeLists, dimensions, specialCounterparts, TOTAL, type Indicator } from "@yeelen/dataset";
import { literal } from "./store.ts";

/** A rule every row must keep: `holds` is SQL over text columns where NULL is an empty cell. */
export interface ObservationRule {
  readonly column: string;
  readonly holds: string;
  readonly expected: string;
}

export interface RuleContext {
  readonly dataset: string;
  readonly indicators: readonly Indicator[];
  readonly areas: readonly string[];
}

const longestNote = 2000;
const number = (column: string) =>
  `(${column} IS NULL OR (length(${column}) <= 20 AND regexp_full_match(${column}, '(0|[1-9][0-9]*)(\\.[0-9]+)?')))`;
const parsed = (column: string) => `TRY_CAST(${column} AS DOUBLE)`;
// a fraction as programs write out a double (16.680999999999997) stays what it is, though it has 17 digits
const exact = (column: string) =>
  `(${column} IS NULL OR CASE WHEN contains(${column}, '.') THEN length(ltrim(replace(${column}, '.', ''), '0')) <= 15 OR CAST(${parsed(column)} AS VARCHAR) = ${column} ELSE coalesce(TRY_CAST(${column} AS HUGEINT) <= ${Number.MAX_SAFE_INTEGER}, false) END)`;

/** The rules of one dataset's tidy table, in the order in which a reader would check them. */
export function observationRules({ dataset, indicators, areas }: RuleContext): readonly ObservationRule[] {
  const names = indicators.map((indicator) => indicator.id);
  // a release of records alone has no indicator, and may have no figure
  if (names.length === 0) return [{ column: "indicator", holds: "false", expected: "no figures" }];
  return [
    { column: "dataset", holds: `dataset = ${literal(dataset)}`, expected: dataset },
    { column: "indicator", holds: within("indicator", names), expected: oneOf(names) },
    {
      column: "area",
      holds: within("area", areas),
      expected: "a known area's ISO 3166-1 alpha-3 code; add others to areas.csv",
    },
    { column: "period", holds: "regexp_full_match(period, '[0-9]{4}')", expected: "a year such as 2018" },
    {
      column: "period",
      holds: `CASE indicator ${indicators.map(({ id, period: [first, last] }) => `WHEN ${literal(id)} THEN TRY_CAST(period AS INTEGER) BETWEEN ${first} AND ${last}`).join(" ")} ELSE true END`,
      expected: `a year that the indicator covers: ${indicators.map(({ id, period: [first, last] }) => `${id} ${first} to ${last}`).join(", ")}`,
    },
    ...dimensions.map((dimension) => dimensionRule(dimension, indicators)),
    ...["value", "low", "high"].map((column) => ({
      column,
      holds: number(column),
      expected: "a number such as 1192 or 0.5, with neither sign nor thousands separator",
    })),
    ...["value", "low", "high"].map((column) => ({
      column,
      holds: `(NOT ${number(column)} OR ${exact(column)})`,
      expected: `at most ${Number.MAX_SAFE_INTEGER}, or a fraction of 15 significant digits or as a double is written: any other would be published as another number`,
    })),
    {
      column: "absence",
      holds: `(absence IS NULL OR ${within("absence", absences)})`,
      expected: `empty or ${oneOf(absences)}`,
    },
    {
      column: "value",
      holds: "(value IS NULL) <> (absence IS NULL)",
      expected: "either a value or the reason for its absence, never both, never neither",
    },
    ...["low", "high"].map((column) => ({
      column,
      holds: `(value IS NULL OR ${column} IS NULL OR ${parsed(column)} = ${parsed("value")})`,
      expected: "the value itself, or an empty cell, where the value is known",
    })),
    {
      column: "low",
      holds: `(absence IS NULL OR absence <> 'suppressed' OR coalesce(${parsed("low")} < ${parsed("high")}, false))`,
      expected: "the range a suppressed cell was published as, low below high",
    },
    {
      column: "low",
      holds: "(absence IS NULL OR absence = 'suppressed' OR (low IS NULL AND high IS NULL))",
      expected: "no range where the absence is not `suppressed`",
    },
    {
      column: "note",
      holds: `(note IS NULL OR (length(note) <= ${longestNote} AND NOT regexp_matches(note, '[\\x00-\\x1f]')))`,
      expected: `text of one line and at most ${longestNote} characters`,
    },
  ];
}

function dimensionRule(
  dimension: (typeof dimensions)[number],
  indicators: readonly Indicator[],
): ObservationRule {
  const cases = indicators.map((indicator) => {
    if (!indicator.dimensions.includes(dimension))
      return `WHEN ${literal(indicator.id)} THEN ${dimension} = 'T'`;
    return `WHEN ${literal(indicator.id)} THEN ${allowed(dimension, indicator)}`;
  });
  const codes =
    dimension === "counterpart"
      ? `an ISO 3166-1 alpha-3 code or ${oneOf(Object.keys(specialCounterparts))}`
      : oneOf(Object.keys(codeLists[dimension]));
  return {
    column: dimension,
    holds: `CASE indicator ${cases.join(" ")} ELSE false END`,
    expected: `${codes}, as far as the indicator lists it; T for an indicator without this dimension`,
  };
}

function allowed(dimension: (typeof dimensions)[number], indicator: Indicator): string {
  const listed = indicator.codes[dimension] ?? [];
  if (dimension !== "counterpart")
    return within(dimension, [TOTAL, ...(listed.length > 0 ? listed : Object.keys(codeLists[dimension]))]);
  const special = within(dimension, Object.keys(specialCounterparts));
  return `(regexp_full_match(counterpart, '[A-Z]{3}') OR ${special})`;
}

function within(column: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `${column} IN (${values.map(literal).join(", ")})`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `one of ${values.join(", ")}`;
}
