import { IntegrityError, type Answer } from "@yeelen/dataset/plain";
import {
  openPermalink,
  QuestionError,
  standingInstead,
  type OpenCatalog,
  type OpenedPermalink,
} from "@yeelen/query";
import { ownParameters } from "./own-parameters.ts";
import { verifyParameters } from "./pasted-address.ts";

/** What became of the figures of an address. */
export type Outcome =
  /** Nothing was asked. */
  | { readonly kind: "empty" }
  /** No address of figures; `problem` names the field, its value and what is allowed. */
  | { readonly kind: "malformed"; readonly problem: string }
  /** A release that is not published here. */
  | { readonly kind: "unknown"; readonly release: string; readonly known: readonly string[] }
  /** A file is not what its manifest or the catalogue says: nothing of it was used. */
  | { readonly kind: "spoilt"; readonly problem: string }
  /** The network, or the engine, gave nothing. */
  | { readonly kind: "unreachable"; readonly problem: string }
  | {
      readonly kind: OpenedPermalink["verdict"]["status"];
      readonly opened: OpenedPermalink;
      readonly release: string;
      /** The figures of the pinned release, and those of the one in its place; null where there are none to show. */
      readonly before: Answer | null;
      readonly now: Answer | null;
    };

export interface VerifyOptions {
  readonly signal: AbortSignal;
  /** Opens the catalogue; what it throws counts as a network that gave nothing. */
  readonly open: () => Promise<OpenCatalog>;
}

/**
 * Opens the figures of an address, each file read checked against its manifest and the manifest against the digest in
 * the address, and says what became of them. Never throws: what went wrong is an outcome.
 */
export async function verifyAddress(search: string, { open, signal }: VerifyOptions): Promise<Outcome> {
  const params = new URLSearchParams(ownParameters(search, verifyParameters));
  if (params.size === 0) return { kind: "empty" };
  try {
    const catalog = await open();
    const release = params.get("release") ?? "";
    const known = releasesOf(catalog);
    if (/^[a-z\d-]+\/\d[\da-z.-]*$/.test(release) && !known.includes(release))
      return { kind: "unknown", release, known: known.filter((id) => sameDataset(id, release)) };
    const opened = await openPermalink(catalog, params, { signal });
    return {
      kind: opened.verdict.status,
      opened,
      release,
      before: opened.answer ?? null,
      now: await nowOf(catalog, opened, signal),
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** The same question today: of a superseded figure beside the old one, of a withdrawn one in its place. */
async function nowOf(
  catalog: OpenCatalog,
  { question, verdict }: OpenedPermalink,
  signal: AbortSignal,
): Promise<Answer | null> {
  if (verdict.status === "superseded") return verdict.now ?? null;
  if (verdict.status !== "withdrawn") return null;
  const newest = standingInstead(catalog.catalog, question.release ?? "");
  if (newest === undefined) return null;
  return catalog.query({ ...question, release: newest }, { signal }).catch(() => null);
}

function failureOf(error: unknown): Outcome {
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof QuestionError) return { kind: "malformed", problem };
  return { kind: error instanceof IntegrityError ? "spoilt" : "unreachable", problem };
}

function releasesOf({ catalog }: OpenCatalog): readonly string[] {
  return catalog.datasets.flatMap(({ dataset, releases }) =>
    releases.map(({ release }) => `${dataset}/${release}`),
  );
}

function sameDataset(id: string, release: string): boolean {
  return id.split("/")[0] === release.split("/")[0];
}
