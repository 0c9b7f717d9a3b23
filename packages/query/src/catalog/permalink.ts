import type { Answer, IndicatorQuery } from "@yeelen/dataset/plain";
import { fromSearchParams, toSearchParams } from "../views/search-params.ts";
import { QuestionError } from "../views/question-error.ts";
import type { OpenCatalog, QueryOptions } from "./open-catalog.ts";
import { standingInstead } from "./standing.ts";

/** What became of a figure since its address was written down. */
export type Verdict =
  | { readonly status: "verified"; readonly text: string }
  | {
      readonly status: "superseded";
      readonly text: string;
      /** `<dataset>/<release>` that stands in its place; where none stands, the one that superseded it. */
      readonly by: string;
      readonly reason?: string;
      /** The answer of the newer release to the same question, where it has one. */
      readonly now?: Answer;
    }
  | { readonly status: "withdrawn"; readonly text: string; readonly reason: string }
  | {
      /** The release of that name has another content than the address says: neither can be relied on. */
      readonly status: "altered";
      readonly text: string;
      /** SHA-256 of the manifest: of the address, and of what is published there now. */
      readonly expected: string;
      readonly found: string;
    };

export interface OpenedPermalink {
  readonly question: IndicatorQuery;
  /** As it was; a withdrawn release, and one whose content changed, give none. */
  readonly answer?: Answer;
  readonly verdict: Verdict;
}

const manifestParameter = "manifest";

/** Search parameters that name the question, its release and the digest of that release's manifest. */
export function toPermalink({ query, provenance }: Answer): URLSearchParams {
  const params = toSearchParams({ ...query, release: `${provenance.dataset}/${provenance.release}` });
  params.set(manifestParameter, provenance.manifest);
  return params;
}

/**
 * Asks the question again of the very release, every byte checked on the way, and says what became of it since.
 * Throws `QuestionError` for an address that is none, `IntegrityError` where the bytes are no longer those of the address.
 */
export async function openPermalink(
  catalog: OpenCatalog,
  params: URLSearchParams,
  { ignore = [], ...options }: QueryOptions & { readonly ignore?: readonly string[] } = {},
): Promise<OpenedPermalink> {
  const question = fromSearchParams(params, { ignore: [...ignore, manifestParameter] });
  const digest = params.get(manifestParameter);
  if (!question.release) throw new QuestionError("release", question.release, "<dataset>/<release>");
  if (!digest || !/^[0-9a-f]{64}$/.test(digest))
    throw new QuestionError(manifestParameter, digest ?? undefined, "64 lower-case hexadecimal digits");
  const { entry, id, manifestSha256 } = await catalog.release(question.release);
  if (entry.status === "withdrawn") {
    const reason = entry.erratum?.reason ?? "no reason given";
    return { question, verdict: { status: "withdrawn", reason, text: `Withdrawn: ${reason}` } };
  }
  if (manifestSha256 !== digest) {
    const text = `Not the release of this address: ${id} now has another content. Figures of the same release differ, so neither can be relied on.`;
    return { question, verdict: { status: "altered", expected: digest, found: manifestSha256, text } };
  }
  const answer = await catalog.query(question, options);
  return { question, answer, verdict: await judge(catalog, question, answer, options) };
}

async function judge(
  catalog: OpenCatalog,
  question: IndicatorQuery,
  answer: Answer,
  options: QueryOptions,
): Promise<Verdict> {
  const { release: id = "", ...open } = question;
  const [dataset = ""] = id.split("/");
  const { entry } = await catalog.release(id);
  const newest = standingInstead(catalog.catalog, id) ?? `${dataset}/${entry.erratum?.by ?? "?"}`;
  if (newest === id) return { status: "verified", text: `Verified: every figure is as published in ${id}.` };
  const reason = entry.erratum?.reason;
  const now = await catalog.query({ ...open, release: newest }, options).catch(() => undefined);
  return {
    status: "superseded",
    by: newest,
    text: `Superseded by ${newest}; ${nowIs(answer, now)}${reason ? ` ${reason}` : ""}`,
    ...(reason === undefined ? {} : { reason }),
    ...(now ? { now } : {}),
  };
}

function nowIs(before: Answer, now: Answer | undefined): string {
  if (!now) return "this question can no longer be asked there.";
  if (before.digest === now.digest) return "the figures are the same.";
  const [row] = now.rows;
  if (now.rows.length === 1 && row)
    return row.value === null ? `the figure is now ${row.absence}.` : `the figure is now ${row.value}.`;
  const [wasLong, isLong] = [before.rows.length, now.rows.length];
  const changed = now.rows.filter(
    (one, index) => JSON.stringify(one) !== JSON.stringify(before.rows[index]),
  ).length;
  return wasLong === isLong
    ? `${changed} of ${isLong} figures are now different.`
    : `it now has ${isLong} figures, ${wasLong} before.`;
}
