import {
  comparisonModel,
  comparisonTree,
  enComparison,
  figureTree,
  standaloneTree,
  warningTexts,
  type ComparisonMessages,
  type ComparisonOptions,
} from "@yeelen/charts/matrix/comparison";
import { translateAbout, translateAnswer } from "@yeelen/charts/translations";
import type { Comparison, View } from "@yeelen/dataset/plain";
import { comparisonTable } from "@yeelen/query/export/comparison";
import { compareAnswers, questionAttributes } from "@yeelen/query/views";
import { loadTexts } from "../data/load-texts.ts";
import { fit } from "../element/fit.ts";
import { fullAnswer } from "../element/full-answer.ts";
import { languageOf } from "../element/language.ts";
import type { DataCell } from "../tools/data-table.ts";
import type { Rules } from "./load-comparison.ts";
import type { SideBySide } from "./side-by-side.ts";

/** The texts of comparisons in the languages beside English. The imports are typed by their English twin. */
const languages: Readonly<Record<string, () => Promise<{ readonly default: object }>>> = {
  ar: () => import("@yeelen/charts/messages/comparison/ar.json"),
  es: () => import("@yeelen/charts/messages/comparison/es.json"),
  fr: () => import("@yeelen/charts/messages/comparison/fr.json"),
  pt: () => import("@yeelen/charts/messages/comparison/pt.json"),
  ru: () => import("@yeelen/charts/messages/comparison/ru.json"),
  uk: () => import("@yeelen/charts/messages/comparison/uk.json"),
};

/** Answers the element's question from each view and puts the answers side by side, in the element's language. */
export async function compareViews(
  parts: readonly { readonly view: View; readonly rules: Rules }[],
  element: HTMLElement,
  src: URL,
): Promise<SideBySide> {
  const language = await languageOf(element);
  const [said, ...texts] = await Promise.all([
    saidIn(language.locale),
    ...parts.map(({ view }) => loadTexts(src, view.indicator, language.locale)),
  ]);
  const comparison = compareAnswers(
    parts.map(({ view, rules: { countedBy, comparableWith, notComparableWith } }, place) => {
      const translations = texts[place] ?? {};
      const answer = translateAnswer(fullAnswer(view, questionOf(element, view)), translations);
      const about = translateAbout(view.about, translations);
      return { ...answer, about: { ...about, countedBy, comparableWith, notComparableWith } };
    }),
  );
  const show = element.getAttribute("show") === "completeness" ? "completeness" : "figures";
  const own = { ...language, said, show } satisfies ComparisonOptions;
  const model = (options: ComparisonOptions) => comparisonModel(comparison, { ...options, ...own });
  return {
    picture(options) {
      // on a wide page too, as many rows as the static figure's height has room for
      const fitting = parts
        .map((_, place) => ({ across: place + 1 }))
        .find((columns) => model({ ...options, ...columns }).height <= options.height);
      const picture = fit((width) => model({ ...options, ...fitting, width }), options);
      return { picture, node: comparisonTree(picture) };
    },
    figure(options) {
      const figure = model(options);
      return {
        model: figure,
        node: figureTree(figure),
        file: standaloneTree(figure, comparisonTree(figure)),
      };
    },
    table: tableOf(comparison, own),
  };
}

function tableOf(comparison: Comparison, options: ComparisonOptions): SideBySide["table"] {
  const texts = warningTexts(comparison, options);
  const warning = (one: Comparison["warnings"][number]) =>
    texts[comparison.warnings.indexOf(one)] ?? one.text;
  const { columns, rows } = comparisonTable(comparison, { warning });
  return { columns: columns.map(({ name }) => name), rows: rows as DataCell[][] };
}

async function saidIn(locale: string): Promise<ComparisonMessages> {
  const load = languages[locale.slice(0, 2)];
  return load ? ((await load()).default as ComparisonMessages) : enComparison;
}

/** The element's question about one of its indicators. */
function questionOf(element: Element, { indicator }: View): Record<string, string> {
  const fields = questionAttributes.flatMap((name): [string, string][] => {
    const value = element.getAttribute(name);
    return value && name !== "release" ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(fields), indicator };
}
