import type { About, Answer } from "@yeelen/dataset/plain";

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
  "Withdrawn on {date}; these figures are not to be used. Reason: {reason}",
  "Superseded on {date} by release {release}. Reason: {reason}",
  "sex",
  "age",
  "exploitation",
  "counterpart",
] as const;

/** A text of the catalogue, or a note of an answer, in the translations' language; one that they do not hold stays as it is. */
export function translate(text: string, translations: Translations): string {
  const whole = held(translations, text);
  if (whole !== undefined) return whole;
  for (const { template, form } of templates) {
    const slots = form.exec(text)?.groups;
    const translated = held(translations, template);
    if (slots && translated !== undefined)
      return translated.replace(
        /\{(\w+)\}/g,
        (hole, slot: string) => filling(slot, slots[slot], translations) ?? hole,
      );
  }
  return text;
}

/** An answer whose notes are translated; its figures and their digest are untouched. */
export function translateAnswer<Noted extends Pick<Answer, "notes">>(
  answer: Noted,
  translations: Translations,
): Noted {
  const notes = answer.notes.map((note) => ({ ...note, text: translate(note.text, translations) }));
  return { ...answer, notes };
}

/** What must stand beside figures, translated; publishers and their titles keep their names. */
export function translateAbout(about: About, translations: Translations): About {
  const say = (text: string) => translate(text, translations);
  return {
    ...about,
    title: say(about.title),
    definition: say(about.definition),
    unit: { ...about.unit, one: say(about.unit.one), other: say(about.unit.other) },
    breaks: about.breaks.map((one) => ({ ...one, reason: say(one.reason) })),
    caveats: about.caveats.map(say),
    protection: say(about.protection),
  };
}

/** Something that happened, as its record words it, in the translations' language. */
export function translateEvent<Event extends { readonly title: string; readonly detail?: string | null }>(
  event: Event,
  translations: Translations,
): Event {
  const title = translate(event.title, translations);
  return event.detail
    ? { ...event, title, detail: translate(event.detail, translations) }
    : { ...event, title };
}

/** The translations of some texts and of all notes. */
export function translationsOf(texts: readonly string[], translations: Translations): Translations {
  return Object.fromEntries(
    [...new Set([...texts, ...noteTexts])].flatMap((text) => {
      const translated = held(translations, text);
      return translated === undefined ? [] : [[text, translated]];
    }),
  );
}

/** A page may have written on the prototype of all objects: only the translations' own texts count. */
function held(translations: Translations, text: string): string | undefined {
  return Object.hasOwn(translations, text) ? translations[text] : undefined;
}

const templates = noteTexts
  .filter((text) => text.includes("{"))
  .map((template) => ({ template, form: formOf(template) }));

function formOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`);
}

function filling(slot: string, value: string | undefined, translations: Translations): string | undefined {
  if (slot !== "dimensions") return value;
  return value
    ?.split(", ")
    .map((dimension) => held(translations, dimension) ?? dimension)
    .join(", ");
}
