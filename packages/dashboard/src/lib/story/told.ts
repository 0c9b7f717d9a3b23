import type { About, Answer } from "@yeelen/dataset/plain";

/** A question put to the figures, with what must stand beside them. */
export interface Asked {
  readonly answer: Answer;
  readonly about: About;
}

/** What a section of a page says: a sentence made from figures, and the caveat that belongs to it. */
export interface Told {
  readonly sentence: string;
  readonly caveat: string;
}
