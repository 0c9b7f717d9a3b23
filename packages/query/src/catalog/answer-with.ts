import { EngineUnavailable } from "../engine-unavailable.ts";
import type { Engine, EngineAnswer, Plan } from "../engine.ts";
import { explainPlan } from "../plan.ts";

/** An engine that turns out not to run here leaves the question to the next one. */
export async function answerWith(
  plan: Plan,
  engines: readonly Engine[],
  wanted: string | undefined,
  signal: AbortSignal | undefined,
): Promise<EngineAnswer & { readonly engine: Engine }> {
  const { engine } = explainPlan(plan, engines, wanted);
  try {
    return { engine, ...(await engine.answer(plan, { signal })) };
  } catch (error) {
    const others = engines.filter((other) => other !== engine);
    if (!(error instanceof EngineUnavailable) || wanted !== undefined || !others.length) throw error;
    return answerWith(plan, others, wanted, signal);
  }
}

/** What is said where a statement finds no engine that takes any. */
export function noSql(engines: readonly Engine[]): Error {
  return new Error(
    `no engine for SQL: this catalogue was opened with ${engines.map((one) => one.name).join(", ")}; add a DuckDB engine`,
  );
}
