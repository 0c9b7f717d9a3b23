import type { Progress } from "@yeelen/query/wasm";
import type { Outcome } from "./verify.ts";

/** One address being checked: what came of it, or how far it is. */
export class Verifying {
  #abort: AbortController | undefined;

  running = $state(false);
  progress = $state.raw<Progress | null>(null);
  outcome = $state.raw<Outcome>({ kind: "empty" });
  /** Whether the network was down while it ran, so that kept files stood in for it. */
  offline = $state(false);

  async check(search: string): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.running = true;
    const outcome = await this.#outcomeOf(search, abort.signal);
    if (abort.signal.aborted) return;
    this.offline = !navigator.onLine;
    this.outcome = outcome;
    [this.running, this.progress] = [false, null];
  }

  /** The code that checks comes from the network too, and may not come. */
  async #outcomeOf(search: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const [{ verifyAddress }, { catalogHere, onEngineProgress }] = await Promise.all([
        import("./verify.ts"),
        import("./engine-here.ts"),
      ]);
      const stop = onEngineProgress((progress) => (this.progress = progress));
      const outcome = await verifyAddress(search, { open: catalogHere, signal });
      stop();
      return outcome;
    } catch (error) {
      return { kind: "unreachable", problem: error instanceof Error ? error.message : String(error) };
    }
  }

  stop(): void {
    this.#abort?.abort(new Error("another address"));
    this.#abort = undefined;
    [this.running, this.progress] = [false, null];
  }
}
