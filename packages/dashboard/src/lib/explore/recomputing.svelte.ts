import type { Answer } from "@yeelen/dataset/plain";
import type { Progress } from "@yeelen/query/wasm";
import type { RecomputedHere } from "./recompute-here.ts";

/** One figure's second computation: not begun, under way, done or failed. */
export class Recomputing {
  #abort: AbortController | undefined;

  running = $state(false);
  progress = $state.raw<Progress | null>(null);
  result = $state.raw<RecomputedHere | null>(null);
  problem = $state("");

  async run(answer: Answer): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.running = true;
    this.problem = "";
    this.result = null;
    try {
      const { recomputeHere } = await import("./recompute-here.ts");
      const result = await recomputeHere(answer, {
        signal: abort.signal,
        onProgress: (progress) => (this.progress = progress),
      });
      if (!abort.signal.aborted) this.result = result;
    } catch (error) {
      if (!abort.signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      if (this.#abort === abort) [this.running, this.progress] = [false, null];
    }
  }

  /** Gives up: the engine stops at once, and starts again with the next question. */
  stop(): void {
    this.#abort?.abort(new Error("given up by the reader"));
    this.#abort = undefined;
    [this.running, this.progress] = [false, null];
  }
}
