import { TOTAL, type AnsweredRows, type AnswerRow, type Dimension, type View } from "@yeelen/dataset/plain";
import { cellsOf, type Codes } from "./cells.ts";

/** Reads one field of a question as its text. */
export type FieldReader = (field: string) => string | null;

/**
 * The rows of a question spelled as embed codes spell it: values of named areas, over years the indicator covers, by
 * closed dimensions. Undefined for every other question, the wrong ones included: those are `fromAttributes`' and
 * `answerFromView`'s, with which this agrees row for row.
 */
export function sliceView(view: View, field: FieldReader): AnsweredRows | undefined {
  const areas = list(field("areas")).sort();
  const [, first, last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(field("period") ?? "") ?? [];
  const period: [number, number] = [Number(first), Number(last)];
  const asked = list(field("by")) as Dimension[];
  const pairs = list(field("where")).map((pair) => pair.split(":"));
  const by = view.by.filter((dimension) => asked.includes(dimension));
  const where = Object.fromEntries(pairs) as Codes;
  const codesOf = (name: string) => view.axes.find((axis) => axis.name === name)?.codes ?? [];
  const plain =
    view.indicator === field("indicator") &&
    ["value", null].includes(field("measure")) &&
    !field("order") &&
    !field("limit") &&
    areas.length > 0 &&
    areas.every((area, index) => codesOf("area").includes(area) && area !== areas[index - 1]) &&
    period[0] >= view.about.period[0] &&
    period[0] <= period[1] &&
    period[1] <= view.about.period[1] &&
    by.length === asked.length &&
    !by.includes("counterpart") &&
    pairs.length === Object.keys(where).length &&
    pairs.every(
      ([name = "", code = "", more]) =>
        more === undefined &&
        !asked.includes(name as Dimension) &&
        code !== TOTAL &&
        codesOf(name).includes(code) &&
        view.by.includes(name as Dimension),
    );
  if (!plain) return undefined;

  const cell = cellsOf(view);
  const combinations = by.reduce<Codes[]>(
    (all, name) =>
      all.flatMap((codes) =>
        (codesOf(name) as string[])
          .filter((code) => code !== TOTAL)
          .map((code) => ({ ...codes, [name]: code })),
      ),
    [{}],
  );
  const rows: AnswerRow[] = [];
  for (const area of areas)
    for (let year = period[0]; year <= period[1]; year++)
      for (const codes of combinations)
        rows.push({ area, period: year, ...codes, ...cell(area, year, { ...where, ...codes }) });
  return {
    query: {
      indicator: view.indicator,
      areas,
      period,
      ...(by.length ? { by } : {}),
      ...(pairs.length ? { where } : {}),
    },
    rows,
  };
}

function list(text: string | null): string[] {
  return text ? text.split(" ") : [];
}
