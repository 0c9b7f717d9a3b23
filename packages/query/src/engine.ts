import type { AnswerRow, Indicator, IndicatorQuery } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "./catalog/open-release.ts";
import type { Asked } from "./views/ask.ts";

/** A checked question, the release that answers it and what the release says of the indicator. */
export interface Plan {
  readonly question: IndicatorQuery;
  readonly asked: Asked;
  readonly indicator: Indicator;
  readonly release: OpenedRelease;
}

export interface EngineAnswer {
  /** All rows asked for, in the order asked for, before `limit`. */
  readonly rows: readonly AnswerRow[];
  /** Files of the release that were read, all of them verified. */
  readonly files: readonly string[];
}

export interface EngineOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SqlOptions extends EngineOptions {
  /** Rows at most; more are cut off and the result says so. 10,000 if left out. */
  readonly rowLimit?: number;
  /** Milliseconds at most. 10,000 if left out. */
  readonly timeLimit?: number;
}

/** What a researcher's statement gave: plain values, whole numbers of any width as numbers. */
export interface SqlResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** Whether rows were cut off at the limit. */
  readonly truncated: boolean;
  /** What the catalogue has to say of the statement: that it adds up figures across indicators. */
  readonly warnings?: readonly string[];
}

/** One way to answer questions. Nobody above can tell which one answered, except by reading `provenance`. */
export interface Engine {
  readonly name: string;
  /** Why this engine does not answer the question, one sentence; nothing if it does. */
  refuses(plan: Plan): string | undefined;
  answer(plan: Plan, options: EngineOptions): Promise<EngineAnswer>;
  /** Read-only SQL over whole releases, where the engine has it. */
  sql?(text: string, releases: readonly OpenedRelease[], options: SqlOptions): Promise<SqlResult>;
  /** The same, a batch at a time: the next is computed when it is asked for. Leaving the loop ends the statement. */
  stream?(
    text: string,
    releases: readonly OpenedRelease[],
    options: SqlOptions,
  ): AsyncGenerator<SqlResult, void, void>;
  /** Frees what the engine holds. It can be asked again afterwards. */
  close(): Promise<void>;
}
