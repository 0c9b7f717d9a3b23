import type { Engine, Plan } from "./engine.ts";
import { viewFor } from "./engines/views-engine.ts";
import { QuestionError } from "./views/question-error.ts";

/** How a question would be answered, in words and in bytes. */
export interface Explanation {
  readonly engine: string;
  /** One sentence: why this engine. */
  readonly why: string;
  readonly release: string;
  /** The view that holds the question, if one does. */
  readonly view?: { readonly path: string; readonly bytes: number };
  /** Engines that were passed over, and why. */
  readonly passedOver: readonly { readonly engine: string; readonly why: string }[];
}

/** The first engine that takes the question, in the order given; `wanted` leaves only that one. Throws where none does. */
export function explainPlan(
  plan: Plan,
  engines: readonly Engine[],
  wanted?: string,
): { readonly engine: Engine; readonly explanation: Explanation } {
  const candidates = wanted === undefined ? engines : engines.filter((engine) => engine.name === wanted);
  if (!candidates.length)
    throw new QuestionError("engine", wanted, engines.map((engine) => engine.name).join(", "));
  const passedOver: { engine: string; why: string }[] = [];
  for (const engine of candidates) {
    const why = engine.refuses(plan);
    if (why === undefined) {
      const file = viewFor(plan);
      return {
        engine,
        explanation: {
          engine: engine.name,
          why: reason(engine, plan, passedOver.length, wanted),
          release: plan.release.id,
          ...(file ? { view: { path: file.path, bytes: file.bytes } } : {}),
          passedOver,
        },
      };
    }
    passedOver.push({ engine: engine.name, why });
  }
  throw new Error(
    `no engine answers this question: ${passedOver.map(({ engine, why }) => `${engine}: ${why}`).join("; ")}`,
  );
}

function reason(engine: Engine, plan: Plan, passedOver: number, wanted: string | undefined): string {
  if (wanted !== undefined) return `${engine.name} was asked for by name`;
  if (engine.name === "views") return `${viewFor(plan)?.path} holds every dimension of the question`;
  return passedOver ? `${engine.name} is the first engine that takes it` : `${engine.name} comes first`;
}
