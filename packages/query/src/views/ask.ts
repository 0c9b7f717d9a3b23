import {
  areaGroups,
  specialCounterparts,
  TOTAL,
  type Break,
  type Dimension,
  type IndicatorQuery,
  type Measure,
} from "@yeelen/dataset/plain";
import { bare } from "./bare.ts";
import { orderDimensions } from "./check-question.ts";
import { QuestionError } from "./question-error.ts";

/** What may be asked of one indicator in one release: from a view's header or from a manifest. */
export interface Scope {
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly dimensions: readonly Dimension[];
  /** Codes of each closed dimension, in their order; `counterpart` is open. */
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly measures: readonly string[];
  readonly period: readonly [number, number];
  readonly breaks: readonly Break[];
}

/** A question with nothing left open: groups spelled out, years counted, every name checked against what the release holds. */
export interface Asked {
  readonly scope: Scope;
  /** Ascending, each once. */
  readonly areas: readonly string[];
  readonly years: readonly [number, number] | "latest";
  readonly by: readonly Dimension[];
  readonly where: Readonly<Partial<Record<Dimension, string>>>;
  /** The codes of each closed dimension of `by`, the total left out. */
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly measure: Measure;
  readonly order: "key" | "value" | "-value";
  readonly limit: number | undefined;
}

const mostRows = 250_000;

/** Checks a question against what a release holds. Throws `QuestionError` naming the field, the value and what is allowed. */
export function ask(input: IndicatorQuery, scope: Scope): Asked {
  const question = bare(input);
  if (question.indicator !== scope.indicator)
    throw new QuestionError("indicator", question.indicator, scope.indicator);
  const by = orderDimensions(question.by);
  const where = bare(question.where ?? {});
  for (const dimension of by) checkDimension("by", dimension, scope);
  for (const dimension of orderDimensions(Object.keys(where) as Dimension[])) {
    checkDimension("where", dimension, scope);
    if (by.includes(dimension))
      throw new QuestionError("where", dimension, "a dimension that is not in by as well");
    checkCode(dimension, where[dimension] ?? "", scope);
  }
  if (scope.measures.length === 0)
    throw new QuestionError(
      "indicator",
      scope.indicator,
      "an indicator with figures; this one is a table of events, in the files of its release",
    );
  const measure = question.measure ?? "value";
  if (!scope.measures.includes(measure))
    throw new QuestionError("measure", measure, `${scope.measures.join(", ")} for ${scope.indicator}`);
  if (measure === "share" && by.length === 0 && Object.keys(where).length === 0)
    throw new QuestionError("measure", measure, "share with by or where: it is a part of a total");
  const asked: Asked = {
    scope,
    areas: expandAreas(question.areas, scope),
    years: expandYears(question.period, scope.period),
    by,
    where,
    codes: bare(
      Object.fromEntries(
        by
          .filter((dimension) => dimension !== "counterpart")
          .map((dimension) => [dimension, scope.codes[dimension]?.filter((code) => code !== TOTAL) ?? []]),
      ),
    ),
    measure,
    order: question.order ?? "key",
    limit: question.limit,
  };
  checkSize(asked);
  return asked;
}

function checkDimension(field: string, dimension: Dimension, scope: Scope): void {
  if (scope.dimensions.includes(dimension)) return;
  const allowed = scope.dimensions.length ? scope.dimensions.join(", ") : "nothing";
  throw new QuestionError(field, dimension, `${allowed} for ${scope.indicator}`);
}

function checkCode(dimension: Dimension, code: string, scope: Scope): void {
  if (dimension === "counterpart") {
    if (/^[A-Z]{3}$/.test(code) || Object.hasOwn(specialCounterparts, code)) return;
    throw new QuestionError(
      "where.counterpart",
      code,
      `an ISO 3166-1 alpha-3 code, ${Object.keys(specialCounterparts).join(", ")}`,
    );
  }
  const codes = scope.codes[dimension] ?? [];
  if (code !== TOTAL && !codes.includes(code))
    throw new QuestionError(
      `where.${dimension}`,
      code,
      [TOTAL, ...codes.filter((known) => known !== TOTAL)].join(", "),
    );
}

/** Groups stand for all their countries, those without figures in this release included: their rows say why. */
function expandAreas(asked: readonly string[], scope: Scope): string[] {
  const known = new Set([...scope.areas, ...(areaGroups["all"] ?? [])]);
  const codes = new Set<string>();
  for (const [index, code] of asked.entries()) {
    const group =
      code === "all" ? [...known] : (Object.hasOwn(areaGroups, code) && areaGroups[code]) || [code];
    for (const member of group) {
      if (!known.has(member))
        throw new QuestionError(
          `areas[${index}]`,
          code,
          [...[...known].sort(), ...Object.keys(areaGroups)].join(", "),
        );
      codes.add(member);
    }
  }
  return [...codes].sort();
}

function expandYears(
  period: IndicatorQuery["period"],
  [first, last]: readonly [number, number],
): readonly [number, number] | "latest" {
  if (typeof period !== "string") return period;
  if (period === "latest") return period;
  return [Math.max(first, last - Number(period.slice("last-".length)) + 1), last];
}

function checkSize({ areas, years, by, codes }: Asked): void {
  const combinations = by.reduce((product, dimension) => product * (codes[dimension]?.length ?? 1), 1);
  const rows = areas.length * (years === "latest" ? 1 : years[1] - years[0] + 1) * combinations;
  if (rows > mostRows)
    throw new QuestionError("question", `${rows} rows`, `at most ${mostRows}; ask for fewer areas or years`);
}
