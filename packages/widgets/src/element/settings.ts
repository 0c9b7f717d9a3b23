import type { FieldReader } from "@yeelen/query/views/slice";

/** What an element was told beside its question, checked. */
export interface Settings {
  /** The question's fields, as they stand in the attributes. */
  readonly field: FieldReader;
  /** Folder of the published data; ends with a slash. */
  readonly src: URL;
  readonly integrity: string | undefined;
  readonly theme: string | undefined;
  /** `heading` in place of the indicator's title; `chosen`, the country or part to draw in the accent. */
  readonly options: { readonly title: string | undefined; readonly chosen: string | undefined };
}

/** Attributes of every chart element: the question's own fields, then how to show its answer. */
export const elementAttributes: readonly string[] =
  "indicator areas period by where measure release order limit src integrity theme heading chosen lang show".split(
    " ",
  );

/** What attributes may hold that are no question's, or name a file; what is said of a wrong one loads only then. */
const forms = {
  indicator: /^[a-z\d-]+$/,
  release: /^([a-z\d-]+\/[\da-z.-]+)?$/,
  src: /^https?:.*\/$/,
  integrity: /^(sha(256|384|512)-[\w+/]+=*)?$/,
  theme: /^(auto|light|dark)?$/,
  chosen: /^([A-Z][A-Z\d.]*)?$/,
};

export type FormedAttribute = keyof typeof forms;
export type Forms = Readonly<Partial<Record<FormedAttribute, RegExp>>>;

/** An element's attributes, or the name of the first one that holds what is not allowed; `own` are the forms of its kind alone. */
export function readSettings(element: Element, own?: Forms): Settings | FormedAttribute {
  const read = (name: string) => element.getAttribute(name) || undefined;
  const given = read("src");
  const src = given && URL.canParse(given, element.baseURI) ? new URL(given, element.baseURI) : undefined;
  const allowed = { ...forms, ...own };
  const wrong = (Object.keys(allowed) as FormedAttribute[]).find(
    (name) => !allowed[name].test((name === "src" ? src?.href : read(name)) ?? ""),
  );
  if (wrong || !src) return wrong ?? "src";
  return {
    field: (name) => element.getAttribute(name),
    src,
    integrity: read("integrity"),
    theme: read("theme"),
    options: { title: read("heading"), chosen: read("chosen") },
  };
}
