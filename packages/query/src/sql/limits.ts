import type { SqlOptions } from "../engine.ts";
import { QuestionError } from "../views/question-error.ts";

export interface Limits {
  readonly rowLimit: number;
  readonly timeLimit: number;
  /** Fires when the caller gives up or the time is over. */
  readonly signal: AbortSignal;
}

const mostRows = 1_000_000;
const mostTime = 300_000;

/** Runs `use` under the limits asked for, 10,000 rows and 10 seconds if none. Throws `QuestionError` for limits that are none. */
export async function withLimits<Result>(
  { rowLimit = 10_000, timeLimit = 10_000, signal }: SqlOptions,
  use: (limits: Limits) => Promise<Result>,
): Promise<Result> {
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
  try {
    return await use({ rowLimit, timeLimit, signal: controller.signal });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
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
