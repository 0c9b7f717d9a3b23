import type { Answer, IndicatorQuery } from "@yeelen/dataset/plain";

/** A figure, a series or a table of a page that its reader can have computed again. */
export interface Recomputable {
  readonly title: string;
  /** Its answer, where the page holds it; else the question of the very release, and the digest of what the page shows. */
  readonly from: Answer | { readonly question: IndicatorQuery; readonly digest: string };
}

/**
 * The answer that the page was made from. One that the page does not hold is asked of the release, and must be, row by
 * row, what the page was made from. Throws where it is not, and where the release cannot be read.
 */
export async function answerOf({ from }: Recomputable): Promise<Answer> {
  if ("rows" in from) return from;
  const { catalogHere } = await import("./engine-here.ts");
  const answer = await (await catalogHere()).query(from.question);
  if (answer.digest !== from.digest)
    throw new Error(
      `the release gives other rows than this page was made from: ${answer.digest}, expected ${from.digest}`,
    );
  return answer;
}
