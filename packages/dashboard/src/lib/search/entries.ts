export const kinds = ["country", "indicator", "term", "page"] as const;
export type Kind = (typeof kinds)[number];

/** A thing that a reader may look for. */
export interface Entry {
  /** Its address below the language: `country/MLI/`, `definitions/#rate`. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** What it is, for those who read on; its words are found too. */
  readonly text: string;
  /** Other names: in other languages, codes, what people say instead. */
  readonly also: string;
}

/** What the search page lists and the search box asks for, one file a language. */
export interface SearchFile {
  readonly entries: readonly Entry[];
  readonly words: {
    readonly none: string;
    readonly failed: string;
    readonly kinds: Readonly<Record<Kind, string>>;
    /** By plural category. */
    readonly count: Readonly<Record<string, string>>;
    readonly locale: string;
  };
}
