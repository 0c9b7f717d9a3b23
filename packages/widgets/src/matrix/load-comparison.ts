import type { ComparedAbout, Manifest, View } from "@yeelen/dataset/plain";
import { QuestionError } from "@yeelen/query/views";
import { assertOf, followToManifest, integrityOf } from "../data/follow-catalog.ts";
import { fetchJson, loadView, viewPath } from "../data/load-view.ts";
import type { Settings } from "../element/settings.ts";
import { compareViews } from "./compare-views.ts";
import type { ComparedViews } from "./side-by-side.ts";

type Fetch = typeof globalThis.fetch;
type Asked = Pick<Settings, "src" | "field" | "integrity">;

const MOST = 8;

/** What a view's figures may be compared with, beside what it says of itself. */
export type Rules = Pick<ComparedAbout, "countedBy" | "comparableWith" | "notComparableWith">;

const underway = new Map<string, Promise<Manifest>>();

/**
 * The views of a list of indicators, and what their manifests say of comparing them. Pinned by a list of releases and, in
 * the same order, the hashes of their manifests, which name each view's hash; otherwise found through the catalogue.
 * Every file is asked for once, whoever else on the page asks for it. Throws an error that names attribute and value.
 */
export async function loadComparison(asked: Asked, fetch: Fetch): Promise<ComparedViews> {
  const { src, field } = asked;
  const indicators = checkedIndicators(field);
  const manifests = await manifestsOf(indicators, asked, shared(fetch));
  const parts = await Promise.all(
    indicators.map(async (indicator, place) => {
      const { dataset, release, files, indicators: held } = manifests[place] as Manifest;
      const path = viewPath(indicator, field);
      const file = files.find((one) => one.path === path);
      if (!file)
        throw new QuestionError(
          "where",
          field("where") ?? undefined,
          `nothing for ${indicator}, which has no such parts`,
        );
      const integrity = integrityOf(file.sha256);
      const view = await loadView(
        { src, indicator, path, integrity, release: `${dataset}/${release}` },
        fetch,
      );
      return { view, rules: held.find(({ id }) => id === indicator) as Rules };
    }),
  );
  const views = parts.map(({ view }) => view);
  const [first, ...others] = views as [View, ...View[]];
  const { dataset, release, about } = first;
  const releases = [...new Set(views.map((one) => `${one.dataset}/${one.release}`))].join(" ");
  const compare = (element: HTMLElement) => compareViews(parts, element, src);
  return { dataset, release, about, releases, others, compare };
}

function checkedIndicators(field: Asked["field"]): string[] {
  const list = field("indicator") ?? "";
  const indicators = items(list);
  const allowed = `2 to ${MOST} indicators, each once`;
  if (new Set(indicators).size < indicators.length || indicators.length > MOST)
    throw new QuestionError("indicator", list, allowed);
  const show = field("show");
  if (show && show !== "figures" && show !== "completeness")
    throw new QuestionError("show", show, "figures, completeness");
  for (const name of ["by", "order", "limit"])
    if (field(name)) throw new QuestionError(name, field(name) ?? "", "nothing beside several indicators");
  return indicators;
}

/** The manifest that holds each indicator. */
async function manifestsOf(
  indicators: string[],
  { src, field, integrity }: Asked,
  fetch: Fetch,
): Promise<Manifest[]> {
  const release = field("release") || undefined;
  if (!release || !integrity)
    return Promise.all(
      indicators.map(
        async (indicator) => (await followToManifest({ src, indicator, release }, fetch)).manifest,
      ),
    );
  const [releases, hashes] = [items(release), items(integrity)];
  if (releases.length !== hashes.length)
    throw new QuestionError(
      "integrity",
      integrity,
      `a hash for each of ${releases.length} releases: that of its manifest`,
    );
  const pinned = await Promise.all(
    releases.map(async (one, place) =>
      assertOf(one, await pinnedManifest(new URL(`${one}/manifest.json`, src), hashes[place], fetch)),
    ),
  );
  return indicators.map((indicator) => {
    const found = pinned.find((manifest) => manifest.indicators.some(({ id }) => id === indicator));
    if (!found) throw new QuestionError("indicator", indicator, `what ${release} holds`);
    return found;
  });
}

const items = (list: string) => list.trim().split(/\s+/);

function pinnedManifest(url: URL, integrity: string | undefined, fetch: Fetch): Promise<Manifest> {
  const key = `${url} ${integrity}`;
  let manifest = underway.get(key);
  if (!manifest) {
    manifest = fetchJson<Manifest>(url, fetch, integrity);
    underway.set(key, manifest);
    manifest.catch(() => underway.delete(key));
  }
  return manifest;
}

/** Asks for each file once, however many indicators it serves. */
function shared(fetch: Fetch): Fetch {
  const answers = new Map<string, Promise<Response>>();
  return async (input, init) => {
    const address = String(input);
    const answer = answers.get(address) ?? fetch(input, init);
    answers.set(address, answer);
    return (await answer).clone();
  };
}
