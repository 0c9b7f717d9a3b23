import type { Answer, AnswerRow } from "@yeelen/dataset/plain";
import type { Progress } from "@yeelen/query/wasm";
import { catalogHere, onEngineProgress } from "./engine-here.ts";

/** What became of computing an answer a second time. */
export interface RecomputedHere {
  /** Whether every row, and with it the digest, is the answer's own. */
  readonly equal: boolean;
  readonly digest: string;
  readonly rows: readonly AnswerRow[];
}

export interface RecomputeOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Asks the question of an answer once more, of the very release and of DuckDB in this browser, whichever engine answered
 * before: its statement runs over the release's records, not over a prebuilt view. Throws where the release is no longer
 * the one that the answer came from, and where the engine cannot run here.
 */
export async function recomputeHere(answer: Answer, options: RecomputeOptions): Promise<RecomputedHere> {
  const { dataset, release, manifest } = answer.provenance;
  const id = `${dataset}/${release}`;
  const catalog = await catalogHere();
  const { manifestSha256 } = await catalog.release(id);
  if (manifestSha256 !== manifest)
    throw new Error(`release ${id} has manifest ${manifestSha256}, the answer came from ${manifest}`);
  const stop = onEngineProgress(options.onProgress);
  try {
    const again = await catalog.query(
      { ...answer.query, release: id },
      { engine: "wasm", signal: options.signal },
    );
    return { equal: again.digest === answer.digest, digest: again.digest, rows: again.rows };
  } finally {
    stop();
  }
}
