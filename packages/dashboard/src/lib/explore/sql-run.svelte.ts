import type { Progress, SqlConsole, SqlResult } from "./console.ts";
import { sqlProblem, type SqlProblem } from "./sql-error.ts";

export type OpenConsole = (onProgress: (progress: Progress) => void) => Promise<SqlConsole>;

/**
 * The state of the page that asks with SQL: the last result, what went wrong since, and how far the loading is. The
 * console is opened with the first statement and kept; one that could not be opened is tried again.
 */
export class SqlRun {
  readonly #open: OpenConsole;
  #console: Promise<SqlConsole> | undefined;
  #running: AbortController | undefined;

  result = $state.raw<SqlResult | null>(null);
  /** The statement that gave the result. */
  asked = $state("");
  problem = $state.raw<SqlProblem | null>(null);
  progress = $state.raw<Progress | null>(null);
  running = $state(false);
  stopped = $state(false);

  constructor(open: OpenConsole) {
    this.#open = open;
  }

  async run(sql: string): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.#running = controller;
    this.running = true;
    this.stopped = false;
    this.problem = null;
    try {
      this.#console ??= this.#open((progress) => (this.progress = progress));
      this.#console.catch(() => (this.#console = undefined));
      const result = await (await this.#console).run(sql, controller.signal);
      if (controller.signal.aborted) return;
      this.result = result;
      this.asked = sql;
    } catch (error) {
      if (controller.signal.aborted) this.stopped = this.#running === controller;
      else this.problem = sqlProblem((error as Error).message, sql);
    } finally {
      if (this.#running === controller) {
        this.#running = undefined;
        this.running = false;
        this.progress = null;
      }
    }
  }

  stop(): void {
    this.#running?.abort(new Error("given up by the reader"));
  }
}
