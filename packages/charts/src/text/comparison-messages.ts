import en from "../messages/comparison/en.json";
import type { Names } from "./messages.ts";

/** What a comparison says beside its figures, in one language; the reasons by their English text. */
export interface ComparisonMessages {
  readonly locale: string;
  readonly words: Readonly<Record<keyof typeof en.words, string>>;
  readonly reasons: Names;
}

export const enComparison: ComparisonMessages = en;
