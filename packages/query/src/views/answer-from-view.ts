import type { AnswerColumn, AnswerRow, Dimension, IndicatorQuery, Note, View } from "@yeelen/dataset/plain";
import { arrange, columnsOf } from "./arrange.ts";
import { ask, type Asked } from "./ask.ts";
import { bare } from "./bare.ts";
import type { Codes } from "./cells.ts";
import { cubeOf, type Cube } from "./cube.ts";
import { measureOf, rank } from "./measures.ts";
import { notesFor } from "./notes.ts";

export interface ViewAnswer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  readonly notes: readonly Note[];
}

/** Answers a question from a view that holds its dimensions, without another request. Throws `QuestionError`. */
export function answerFromView(view: View, question: IndicatorQuery): ViewAnswer {
  const asked = ask(question, cubeOf(view).scope);
  const rows = arrange(rowsFromView(view, asked), asked.order);
  return {
    columns: columnsOf(asked, view.about.unit.id),
    rows: rows.slice(0, asked.limit),
    notes: notesFor(asked, rows, {
      protection: view.about.protection,
      caveats: view.about.caveats,
      population: view.population?.source,
    }),
  };
}

/** Whether the view holds every dimension that the question names. */
export function viewCovers(
  by: readonly Dimension[],
  question: { readonly by?: readonly Dimension[] | undefined; readonly where?: object | undefined },
): boolean {
  return [...(question.by ?? []), ...(Object.keys(question.where ?? {}) as Dimension[])].every((dimension) =>
    by.includes(dimension),
  );
}

/** All rows asked for, in key order. */
export function rowsFromView(view: View, asked: Asked): AnswerRow[] {
  const cube = cubeOf(view);
  const spans = new Map(asked.areas.map((area) => [area, spanOf(area, asked, cube)]));
  const combinations = combine(asked, cube, spans);
  const measure = measureOf(asked, cube, (area) => spans.get(area)?.[0] ?? NaN);
  const rows: AnswerRow[] = [];
  for (const [area, [first, last]] of spans)
    for (let period = first; period <= last; period++)
      for (const codes of combinations) {
        const by = Object.fromEntries(asked.by.map((dimension) => [dimension, codes[dimension]]));
        rows.push({ area, period, ...by, ...measure(area, period, codes) });
      }
  return asked.measure === "rank" ? ranked(rows, combinations.length) : rows;
}

/** The years asked for of one area; `latest` is its newest year with a figure, else the last year of the indicator. */
function spanOf(area: string, asked: Asked, cube: Cube): readonly [number, number] {
  if (asked.years !== "latest") return asked.years;
  const [first, last] = asked.scope.period;
  const cells = product(asked, cube.counterparts);
  for (let year = last; year >= first; year--)
    if (cells.some((codes) => cube.cell(area, year, codes).value !== null)) return [year, year];
  return [last, last];
}

/** Every combination of codes asked for, in key order; counterparts are those that the source holds within the question. */
function combine(
  asked: Asked,
  cube: Cube,
  spans: ReadonlyMap<string, readonly [number, number]>,
): readonly Codes[] {
  if (!asked.by.includes("counterpart")) return product(asked, []);
  const held = cube.counterparts.filter((counterpart) => {
    const cells = product(asked, [counterpart]);
    for (const [area, [first, last]] of spans)
      for (let year = first; year <= last; year++)
        if (cells.some((codes) => cube.holds(area, year, codes))) return true;
    return false;
  });
  return product(asked, held.sort());
}

function product({ by, where, codes }: Asked, counterparts: readonly string[]): Codes[] {
  return by.reduce<Codes[]>(
    (combinations, dimension) =>
      combinations.flatMap((combination) =>
        (codes[dimension] ?? counterparts).map((code) => bare({ ...combination, [dimension]: code })),
      ),
    [where],
  );
}

function ranked(rows: readonly AnswerRow[], combinations: number): AnswerRow[] {
  const groups = new Map<string, number[]>();
  for (const [index, { period }] of rows.entries()) {
    const key = `${period} ${index % combinations}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  const result = [...rows];
  for (const indices of groups.values()) {
    const members = indices.map((index) => rows[index] as AnswerRow);
    const ranks = rank(members);
    indices.forEach((index, place) => (result[index] = { ...members[place], ...ranks[place] } as AnswerRow));
  }
  return result;
}
