import type { Progress, SqlConsole, SqlResult } from "./console.ts";
import { failureOf, type Failure } from "./failure.ts";
import { save } from "./save.ts";
import { sqlFile, type SqlFile, type SqlFormat } from "./sql-file.ts";
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
  /** Why the statement could not even be run. */
  failed = $state.raw<Failure | null>(null);
  progress = $state.raw<Progress | null>(null);
  running = $state(false);
  stopped = $state(false);
  /** Rows of a file that is being written; null while none is. */
  writing = $state<number | null>(null);
  /** The last file that was written of this result. */
  written = $state.raw<Pick<SqlFile, "rows" | "truncated"> | null>(null);

  constructor(open: OpenConsole) {
    this.#open = open;
  }

  async run(sql: string): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.#running = controller;
    this.running = true;
    this.stopped = false;
    this.forget();
    try {
      this.#console ??= this.#open((progress) => (this.progress = progress));
      this.#console.catch(() => (this.#console = undefined));
      const result = await (await this.#console).run(sql, controller.signal);
      if (controller.signal.aborted) return;
      this.result = result;
      this.asked = sql;
    } catch (error) {
      if (controller.signal.aborted) this.stopped = this.#running === controller;
      else this.#fail(error, sql);
    } finally {
      this.#leave(controller);
    }
  }

  /** Hands all rows of the statement to the reader as a file: those shown where they are all, else asked for again without end. */
  async take(format: SqlFormat): Promise<void> {
    const [result, console] = [this.result, this.#console];
    if (!result || !console) return;
    this.stop();
    const controller = new AbortController();
    this.#running = controller;
    this.running = true;
    this.stopped = false;
    [this.problem, this.failed, this.written] = [null, null, null];
    this.writing = 0;
    try {
      const batches = result.truncated ? (await console).stream(this.asked, controller.signal) : once(result);
      const { name, content, rows, truncated } = await sqlFile(
        format,
        batches,
        (count) => (this.writing = count),
      );
      controller.signal.throwIfAborted();
      save(name, content);
      this.written = { rows, truncated };
    } catch (error) {
      if (controller.signal.aborted) this.stopped = this.#running === controller;
      else this.#fail(error, this.asked);
    } finally {
      this.#leave(controller);
    }
  }

  /** What was found for an earlier statement goes: it must not pass for the answer to another. */
  forget(): void {
    [this.result, this.asked, this.problem, this.written] = [null, "", null, null];
    this.failed = null;
  }

  stop(): void {
    this.#running?.abort(new Error("given up by the reader"));
  }

  /** A mistake in the statement is told with its line; a network that gave nothing is no mistake of the reader's. */
  #fail(error: unknown, sql: string): void {
    const failure = failureOf(error);
    if (failure.kind === "unreachable" || failure.kind === "spoilt") this.failed = failure;
    else this.problem = sqlProblem((error as Error).message, sql);
  }

  #leave(controller: AbortController): void {
    if (this.#running !== controller) return;
    this.#running = undefined;
    this.running = false;
    this.progress = null;
    this.writing = null;
  }
}

async function* once(result: SqlResult): AsyncGenerator<SqlResult, void, void> {
  yield result;
}
