import type { SqlOptions, SqlResult } from "../engine.ts";
import { QuestionError } from "../views/question-error.ts";

export interface Limits {
  readonly rowLimit: number;
  readonly timeLimit: number;
  /** Fires when the caller gives up or the time is over. */
  readonly signal: AbortSignal;
}

const mostRows = 1_000_000;
const mostTime = 300_000;

/** What a stream is held to where its reader names nothing: as many rows as may be asked for, and a minute. */
export const streamLimits = { rowLimit: mostRows, timeLimit: 60_000 } as const;

/** Runs `use` under the limits asked for, 10,000 rows and 10 seconds if none. Throws `QuestionError` for limits that are none. */
export async function withLimits<Result>(
  { rowLimit = 10_000, timeLimit = 10_000, signal }: SqlOptions,
  use: (limits: Limits) => Promise<Result>,
): Promise<Result> {
  const { end, ...limits } = startLimits({ rowLimit, timeLimit, signal });
  try {
    return await use(limits);
  } finally {
    end();
  }
}

/** The same for what goes on beyond one call, such as a stream: `end` must be called when it is over. */
export function startLimits({
  rowLimit = 10_000,
  timeLimit = 10_000,
  signal,
}: SqlOptions): Limits & { readonly end: () => void } {
  checkLimits({ rowLimit, timeLimit });
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal?.reason);
  const timer = setTimeout(
    () =>
      controller.abort(new Error(`time limit: ${timeLimit} ms are over; ask for less, or raise timeLimit`)),
    timeLimit,
  );
  signal?.addEventListener("abort", giveUp);
  if (signal?.aborted) giveUp();
  return {
    rowLimit,
    timeLimit,
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    },
  };
}

/** Passes batches on until `rowLimit` rows are through; the batch in which more came is cut, says so and is the last. */
export async function* upTo(
  rowLimit: number,
  batches: AsyncIterable<Pick<SqlResult, "columns" | "rows">>,
): AsyncGenerator<SqlResult, void, void> {
  let left = rowLimit;
  for await (const { columns, rows } of batches) {
    const truncated = rows.length > left;
    yield { columns, rows: truncated ? rows.slice(0, left) : rows, truncated };
    if (truncated) return;
    left -= rows.length;
  }
}

/** Throws `QuestionError` for limits that are none. */
export function checkLimits({ rowLimit = 1, timeLimit = 1 }: SqlOptions): void {
  checkLimit("rowLimit", rowLimit, mostRows);
  checkLimit("timeLimit", timeLimit, mostTime);
}

function checkLimit(field: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new QuestionError(field, value, `a whole number from 1 to ${most}`);
}
