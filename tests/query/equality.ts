import type { Answer } from "@yeelen/dataset";
import type { OpenCatalog } from "@yeelen/query";
import fc from "fast-check";
import { answerableQuestion, indicatorsOf } from "./question.ts";

export interface Tally {
  readonly compared: number;
  readonly rows: number;
  readonly measures: ReadonlySet<string>;
}

/** Asks generated questions of two engines; fails with the smallest question on which they differ. */
export async function expectEqualAnswers(
  catalog: OpenCatalog,
  [one, other]: readonly [string, string],
  { numRuns, seed }: { readonly numRuns: number; readonly seed?: number },
): Promise<Tally> {
  let [compared, rows] = [0, 0];
  const measures = new Set<string>();
  const questions = answerableQuestion(await indicatorsOf(catalog));
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { passedOver } = await catalog.explain(question);
      if (passedOver.some(({ engine }) => engine === one || engine === other)) return;
      const first = await catalog.query(question, { engine: one });
      const second = await catalog.query(question, { engine: other });
      compared += 1;
      rows += first.rows.length;
      measures.add(question.measure ?? "value");
      const difference = differenceOf(first, second);
      if (difference) throw new Error(`${one} and ${other} differ: ${difference}`);
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
  return { compared, rows, measures };
}

function differenceOf(first: Answer, second: Answer): string | undefined {
  if (first.digest === second.digest && JSON.stringify(first.notes) === JSON.stringify(second.notes))
    return undefined;
  if (first.digest === second.digest)
    return `notes ${JSON.stringify(first.notes)} and ${JSON.stringify(second.notes)}`;
  const at = first.rows.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(second.rows[index]));
  return `row ${at} of ${first.rows.length} and ${second.rows.length}: ${JSON.stringify(first.rows[at])} and ${JSON.stringify(second.rows[at])}`;
}
