import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import type { AnswerRow } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "../catalog/open-release.ts";
import { EngineUnavailable } from "../engine-unavailable.ts";
import type { Engine, Plan } from "../engine.ts";
import { checkLimits, startLimits, streamLimits, upTo, withLimits } from "../sql/limits.ts";
import { questionSql, tablesOf } from "../sql/question-sql.ts";
import { selectSql } from "../sql/read-only-sql.ts";
import { databaseName } from "../sql/session-sql.ts";
import { toBound } from "../sql/sql.ts";
import { filesRead, reasonAgainstRelease } from "./attach.ts";
import { here, reasonAgainst, unable, type Environment } from "./environment.ts";
import { plainRows, rowObjects, type ArrowTable } from "./plain-rows.ts";
import { columnsOf, createViews, openSession, sourceOf, type Session } from "./session.ts";
import { streamRows } from "./stream-rows.ts";
import { startEngine, type EngineBuilds, type Progress } from "./start-engine.ts";

export type { Environment } from "./environment.ts";
export type { EngineBuild, EngineBuilds, Progress } from "./start-engine.ts";

export interface WasmOptions {
  /** Where the page's own host holds the engine. */
  readonly builds: EngineBuilds;
  readonly fetch: typeof globalThis.fetch;
  readonly onProgress?: (progress: Progress) => void;
  /** Milliseconds for one question, the start of the engine not counted; 30,000 if left out. */
  readonly timeLimit?: number;
  /** Bytes up to which a database file is read whole and checked whole; 4 MiB if left out. */
  readonly wholeUpTo?: number;
  /** Bytes beyond which a file is never read whole, even from a host that serves no parts; 256 MiB if left out. */
  readonly wholeAtMost?: number;
  readonly environment?: Environment;
}

/**
 * DuckDB in the browser, in a worker of the page's own origin: loaded when the first question needs it, once, and
 * locked once the data are attached. It can be stopped at any time; the next question starts it again.
 */
export function wasmEngine(options: WasmOptions): Engine {
  const { builds, fetch, onProgress = () => {}, timeLimit = 30_000, environment = here() } = options;
  const { wholeUpTo = 4 * 2 ** 20, wholeAtMost = 256 * 2 ** 20 } = options;
  let starting: Promise<AsyncDuckDB> | undefined;
  let session: Session | undefined;
  let unavailable: string | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** A statement is asked for by name: that the engine weighs much is for the page to ask before, not a reason against it. */
  function checkAble(): void {
    const reason = unavailable ?? unable(environment);
    if (reason !== undefined) throw new EngineUnavailable("wasm", reason);
  }

  async function stop(): Promise<void> {
    const database = starting;
    [starting, session] = [undefined, undefined];
    await (await database?.catch(() => undefined))?.terminate();
  }

  async function sessionOf(releases: readonly OpenedRelease[]): Promise<Session> {
    const held = session;
    if (held && releases.every((release) => held.releases.includes(release))) return held;
    try {
      starting ??= startEngine(builds, onProgress).catch((error: unknown) => {
        // what keeps the engine from this page, not a release from the engine
        if (error instanceof EngineUnavailable) unavailable = error.reason;
        throw error;
      });
      const all = [...new Set([...(held?.releases ?? []), ...releases])];
      session = undefined;
      return (session = await openSession(starting, all, {
        fetch,
        wholeUpTo,
        wholeAtMost,
        onBytes: (loaded, total) => onProgress({ stage: "data", loaded, total }),
      }));
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** One after the other: the worker does one thing at a time. A question that is given up takes the worker with it. */
  function inTurn<Result>(
    releases: readonly OpenedRelease[],
    signal: AbortSignal | undefined,
    limit: number,
    use: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const turn = queue.then(async () => {
      signal?.throwIfAborted();
      const opened = await givenUp(sessionOf(releases), signal);
      return withLimits({ signal, timeLimit: limit }, (limits) => givenUp(use(opened), limits.signal));
    });
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** Waits until the worker is free and keeps it so until the function that comes back is called. */
  async function takeTurn(): Promise<() => void> {
    let leave = () => {};
    const over = new Promise<void>((resolve) => (leave = resolve));
    const before = queue;
    queue = before.then(() => over);
    await before;
    return leave;
  }

  async function givenUp<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    if (!signal) return work;
    if (signal.aborted) {
      // the worker may be gone, and what was asked of it would never come
      work.catch(() => undefined);
      await stop();
      throw signal.reason;
    }
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener("abort", leave);
    });
    try {
      return await Promise.race([work, left]);
    } catch (error) {
      if (signal.aborted) {
        work.catch(() => undefined);
        await stop();
      }
      throw error;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  return {
    name: "wasm",
    refuses: ({ release }) => unavailable ?? reasonAgainst(environment) ?? reasonAgainstRelease(release),
    answer: ({ asked, release }: Plan, { signal }) =>
      inTurn([release], signal, timeLimit, async ({ connection, releases, attached }) => {
        const index = releases.indexOf(release);
        const tables = tablesOf(databaseName(index));
        const { text, values } = toBound(questionSql(asked, tables));
        const statement = await connection.prepare(text);
        try {
          const table = (await statement.query(...values)) as unknown as ArrowTable;
          return {
            rows: rowObjects(table) as unknown as AnswerRow[],
            files: filesRead(attached[index], asked.measure),
          };
        } finally {
          await statement.close();
        }
      }),
    async sql(text, releases, { rowLimit = 10_000, timeLimit: limit = 10_000, signal }) {
      checkLimits({ rowLimit, timeLimit: limit });
      checkAble();
      return inTurn(releases, signal, limit, async (opened) => {
        const source = await sourceOf(opened, text);
        await createViews(opened, releases);
        const columns = await columnsOf(opened, source);
        const result = await opened.connection.query(selectSql(source, columns, rowLimit));
        const rows = plainRows(result as unknown as ArrowTable, columns);
        return { columns, rows: rows.slice(0, rowLimit), truncated: rows.length > rowLimit };
      });
    },
    async *stream(text, releases, options) {
      checkLimits(options);
      checkAble();
      const left = await takeTurn();
      try {
        options.signal?.throwIfAborted();
        const opened = await givenUp(sessionOf(releases), options.signal);
        const { rowLimit, signal, end } = startLimits({ ...streamLimits, ...options });
        // a reader who stops reading without leaving must not keep the engine from others for ever
        const giveUp = () => void stop().then(left);
        signal.addEventListener("abort", giveUp);
        try {
          const wait = <Result>(work: Promise<Result>) => givenUp(work, signal);
          const source = await wait(sourceOf(opened, text));
          await wait(createViews(opened, releases));
          const columns = await wait(columnsOf(opened, source));
          const statement = selectSql(source, columns, rowLimit);
          yield* upTo(rowLimit, streamRows(opened.connection, statement, columns, wait));
        } finally {
          signal.removeEventListener("abort", giveUp);
          end();
        }
      } finally {
        left();
      }
    },
    close: stop,
  };
}
