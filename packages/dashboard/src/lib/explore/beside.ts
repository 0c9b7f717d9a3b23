import type { Chosen } from "./question.ts";

/** What a matrix of several indicators shows. */
export const shows = ["figures", "completeness"] as const;
export type EmbedShow = (typeof shows)[number];

/** The indicators beside the first in a matrix, and what it shows of them. */
export interface Beside {
  readonly ids: readonly string[];
  readonly show: EmbedShow;
}

/** As many as an element takes beside its first indicator. */
export const mostBeside = 7;

/** Reads `with` and `show` and takes them off an address' parameters. Throws for a value that is not allowed. */
export function takeBeside(params: URLSearchParams, held: readonly string[]): Beside {
  const ids = params.get("with")?.split(" ") ?? [];
  const said = params.get("show") ?? "figures";
  params.delete("with");
  params.delete("show");
  const unknown = ids.find((id) => !held.includes(id));
  if (unknown !== undefined) throw new Error(`not allowed in with: ${unknown}; allowed: ${held.join(", ")}`);
  if (ids.length > mostBeside)
    throw new Error(`not allowed in with: ${ids.length} indicators; allowed: ${mostBeside} at most`);
  const show = shows.find((one) => one === said);
  if (!show) throw new Error(`not allowed in show: ${said}; allowed: ${shows.join(", ")}`);
  return { ids, show };
}

/** Throws where indicators cannot stand side by side: in another kind, twice, in parts, or of one pinned release. */
export function assertBeside(
  { ids }: Beside,
  id: string,
  kind: string,
  { by, where, release }: Pick<Chosen, "by" | "where" | "release">,
): void {
  if (ids.length === 0) return;
  const all = [id, ...ids];
  const twice = all.find((one, place) => all.indexOf(one) < place);
  if (twice !== undefined) throw new Error(`not allowed in with: ${twice} a second time; allowed: each once`);
  if (kind !== "matrix") throw new Error(`not allowed in with: ${ids.join(" ")}; allowed with kind=matrix`);
  const parts = [...by, ...Object.keys(where)].join(" ");
  if (parts) throw new Error(`not allowed in by or where: ${parts}; nothing beside several indicators`);
  if (release !== null)
    throw new Error(`not allowed in release: ${release}; several indicators have releases of their own`);
}
