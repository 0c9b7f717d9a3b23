import type { Indicator } from "@yeelen/dataset";
import type { Asked } from "../story/told.ts";

/** English texts of the catalogue and of the notes beside answers, each with its translation. */
export type Translations = Readonly<Record<string, string>>;

/** The notes that an answer makes itself, with slots for what it fills in; the last four are what `{dimensions}` may hold. */
export const noteTexts = [
  "The source contradicts itself in {count} of {all} figures; none of them is shown.",
  "Per 100,000 persons of the same area and year. Population: {source}.",
  "Per 100,000 persons of the same area and year, of the same sex. Population: {source}.",
  "Per 100,000 persons of the same area and year, of the same age. Population: {source}.",
  "Per 100,000 persons of the same area and year, of the same sex, of the same age. Population: {source}.",
  "Share of the total over {dimensions}, as the source gives that total.",
  "100 is the first year asked for with a value above zero.",
  "{count} of {all} have no value and no rank; 1 is the highest value, not the best.",
  "Newest years differ: each rank is only among areas whose newest figure is of the same year.",
  "sex",
  "age",
  "exploitation",
  "counterpart",
] as const;

const templates = noteTexts
  .filter((text) => text.includes("{"))
  .map((text) => ({ text, form: formOf(text) }));

/** A text of the catalogue, or a note of an answer, in the translations' language; one that they do not hold stays as it is. */
export function translate(text: string, translations: Translations): string {
  const whole = translations[text];
  if (whole !== undefined) return whole;
  for (const template of templates) {
    const slots = template.form.exec(text)?.groups;
    const translated = translations[template.text];
    if (slots && translated !== undefined)
      return translated.replace(
        /\{(\w+)\}/g,
        (hole, slot: string) => filling(slot, slots[slot], translations) ?? hole,
      );
  }
  return text;
}

/** An answer with everything that stands beside its figures translated; the figures and their digest are untouched. */
export function translateAsked({ answer, about }: Asked, translations: Translations): Asked {
  const say = (text: string) => translate(text, translations);
  return {
    answer: { ...answer, notes: answer.notes.map((note) => ({ ...note, text: say(note.text) })) },
    about: {
      ...about,
      title: say(about.title),
      definition: say(about.definition),
      unit: { ...about.unit, one: say(about.unit.one), other: say(about.unit.other) },
      breaks: about.breaks.map((one) => ({ ...one, reason: say(one.reason) })),
      caveats: about.caveats.map(say),
      protection: say(about.protection),
    },
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

/** The translations of some texts and of all notes: what a page takes along to translate the answers it will ask for. */
export function translationsOf(texts: readonly string[], translations: Translations): Translations {
  return Object.fromEntries(
    [...texts, ...noteTexts].flatMap((text) => {
      const translated = translations[text];
      return translated === undefined ? [] : [[text, translated]];
    }),
  );
}

function formOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`);
}

function filling(slot: string, value: string | undefined, translations: Translations): string | undefined {
  if (slot !== "dimensions") return value;
  return value
    ?.split(", ")
    .map((dimension) => translations[dimension] ?? dimension)
    .join(", ");
}
