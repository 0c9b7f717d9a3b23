import { IntegrityError } from "@yeelen/dataset/plain";

/**
 * Why figures could not be had: nothing came, or what came is not what was published, or the engine cannot run here for a
 * reason, or what an error says in English.
 */
export type Failure =
  | { readonly kind: "unreachable" }
  | { readonly kind: "spoilt" | "engine" | "unable"; readonly problem: string };

/** What browsers say, each in its own way, of a request without an answer and of a script that did not come. */
const networks =
  /failed to fetch|networkerror|load failed|importing a module|network|answered \d{3}|404|503/i;

export function failureOf(error: unknown): Failure {
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof IntegrityError) return { kind: "spoilt", problem };
  const engine = /no engine answers .*wasm: (.+)$/.exec(problem)?.[1];
  if (engine !== undefined) return { kind: "engine", problem: engine };
  if (networks.test(problem)) return { kind: "unreachable" };
  return { kind: "unable", problem };
}
