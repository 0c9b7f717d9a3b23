/** What is wrong with one sentence of a definition, a title, a caveat or a page, and where. */
export interface TextProblem {
  readonly rule: "mixed-crimes" | "bare-victims" | "word";
  readonly sentence: string;
  readonly message: string;
}

/** Words that judge, alarm or blur, with what to say in their place. */
const words: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bonly\b/i, "say the number, or leave the word out"],
  [/\bsoar(?:s|ed|ing)?\b/i, "say from what to what it rose"],
  [/\bhot-?spots?\b/i, "name the place"],
  [/\billegal (?:im)?migrants?\b/i, "say migrants"],
  [/\bno data\b/i, "say not reported"],
  [/<\s?5/, "say fewer than 5"],
];

/**
 * Checks a text sentence by sentence: none names both crimes; `victim` never stands without `detected` or
 * `identified` before it; none of a short list of words is used. An empty list means that it reads well.
 */
export function lintText(text: string): TextProblem[] {
  return sentencesOf(text).flatMap((sentence) => [
    ...mixedCrimes(sentence),
    ...bareVictims(sentence),
    ...words
      .filter(([pattern]) => pattern.test(sentence))
      .map(([pattern, instead]) => ({
        rule: "word" as const,
        sentence,
        message: `unwanted word: ${pattern.exec(sentence)?.[0]}; ${instead}`,
      })),
  ]);
}

/** The crime that a text is about: both are named where `mixed`. */
export function crimesNamed(text: string): readonly ("trafficking" | "smuggling")[] {
  const named: ("trafficking" | "smuggling")[] = [];
  if (/traffick/i.test(text)) named.push("trafficking");
  if (/smuggl/i.test(text)) named.push("smuggling");
  return named;
}

function mixedCrimes(sentence: string): TextProblem[] {
  if (crimesNamed(sentence).length < 2) return [];
  const message = "two crimes in one sentence: trafficking and smuggling; expected a sentence for each";
  return [{ rule: "mixed-crimes", sentence, message }];
}

function bareVictims(sentence: string): TextProblem[] {
  const bare = /(?<!\b(?:detected|identified)[\s\u00a0]+)\bvictims?\b/i.exec(sentence)?.[0];
  if (bare === undefined) return [];
  const message = `uncounted persons: ${bare}; expected "detected ${bare}" or "identified ${bare}", as they were counted`;
  return [{ rule: "bare-victims", sentence, message }];
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
