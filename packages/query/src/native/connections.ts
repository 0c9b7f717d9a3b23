import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/**
 * Connections to one engine, one for each statement. A caller who gives up is free at once, but DuckDB looks for an
 * interruption between chunks of rows, and one call of a function, such as a text joined to itself again and again, goes
 * on until it is over. The next statement waits for it, so that what is left behind never adds up beyond one statement.
 */
export class Connections {
  readonly #instance: DuckDBInstance;
  readonly #leftBehind = new Set<Promise<unknown>>();

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Opens a connection once nothing left behind runs any more; the caller closes it. Throws the signal's reason. */
  async open(signal: AbortSignal | undefined): Promise<DuckDBConnection> {
    signal?.throwIfAborted();
    if (this.#leftBehind.size > 0) await orGiveUp(signal, Promise.all(this.#leftBehind));
    return this.#instance.connect();
  }

  /** Runs `use` on a connection of its own; `signal` stops it. */
  async run<Result>(
    signal: AbortSignal | undefined,
    use: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result> {
    const connection = await this.open(signal);
    const running = use(connection).finally(() => connection.closeSync());
    const over: Promise<unknown> = running.then(
      () => this.#leftBehind.delete(over),
      () => this.#leftBehind.delete(over),
    );
    return orGiveUp(signal, running, () => {
      connection.interrupt();
      this.#leftBehind.add(over);
    });
  }
}

async function orGiveUp<Result>(
  signal: AbortSignal | undefined,
  work: Promise<Result>,
  onGiveUp: () => void = () => {},
): Promise<Result> {
  if (!signal) return work;
  let stop = () => {};
  const left = new Promise<never>((_, reject) => {
    stop = () => {
      onGiveUp();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, left]);
  } catch (error) {
    work.catch(() => undefined);
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
