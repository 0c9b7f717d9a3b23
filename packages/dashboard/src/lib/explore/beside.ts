import { QuestionError } from "@yeelen/query/views";
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

/** Reads `with` and `show` and takes them off an address' parameters. Throws `QuestionError` for a value that is not allowed. */
export function takeBeside(params: URLSearchParams, held: readonly string[]): Beside {
  const ids = params.get("with")?.split(" ") ?? [];
  const said = params.get("show") ?? "figures";
  params.delete("with");
  params.delete("show");
  const unknown = ids.find((id) => !held.includes(id));
  if (unknown !== undefined) throw new QuestionError("with", unknown, held.join(", "));
  if (ids.length > mostBeside)
    throw new QuestionError("with", `${ids.length} indicators`, `${mostBeside} at most`);
  const show = shows.find((one) => one === said);
  if (!show) throw new QuestionError("show", said, shows.join(", "));
  return { ids, show };
}

/** Throws `QuestionError` where indicators cannot stand side by side: in another kind, twice, in parts, or of one pinned release. */
export function assertBeside(
  { ids }: Beside,
  id: string,
  kind: string,
  { by, where, release }: Pick<Chosen, "by" | "where" | "release">,
): void {
  if (ids.length === 0) return;
  const all = [id, ...ids];
  const twice = all.find((one, place) => all.indexOf(one) < place);
  if (twice !== undefined) throw new QuestionError("with", twice, "each indicator once");
  if (kind !== "matrix")
    throw new QuestionError("with", ids.join(" "), "several indicators with kind=matrix");
  const [split] = by;
  if (split) throw new QuestionError("by", split, "nothing beside several indicators");
  const [part] = Object.entries(where);
  if (part) throw new QuestionError(`where.${part[0]}`, part[1], "nothing beside several indicators");
  if (release !== null)
    throw new QuestionError("release", release, "nothing: several indicators have releases of their own");
}
