import type { Indicator } from "@yeelen/dataset";
import {
  noteTexts,
  translate,
  translateAbout,
  translateAnswer,
  translationsOf,
  type Translations,
} from "@yeelen/charts/translations";
import type { Asked } from "../story/told.ts";

export { noteTexts, translate, translationsOf, type Translations };

/** An answer with everything that stands beside its figures translated; the figures and their digest are untouched. */
export function translateAsked({ answer, about }: Asked, translations: Translations): Asked {
  return {
    answer: translateAnswer(answer, translations),
    about: translateAbout(about, translations),
  };
}

/** Every text of an indicator that a reader may meet. */
export function textsOf(indicator: Indicator): string[] {
  const { title, definition, countedBy, unit, caveats, breaks, notComparableWith, updates } = indicator;
  return [
    title,
    definition,
    countedBy,
    unit.one,
    unit.other,
    updates,
    ...caveats,
    ...breaks.map(({ reason }) => reason),
    ...notComparableWith.map(({ reason }) => reason),
  ];
}
