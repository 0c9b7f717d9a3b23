import type { Dimension, ReleaseFile, View } from "@yeelen/dataset/plain";
import { IntegrityError, otherRelease } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { Engine, Plan } from "../engine.ts";
import { rowsFromView, viewCovers } from "../views/answer-from-view.ts";
import { arrange } from "../views/arrange.ts";

/** Answers from the small files that were computed when the release was published: one request, then none. */
export function viewsEngine(): Engine {
  // a release never changes, so a view that was read once is good for ever; failures are not kept
  const views = new Map<string, Promise<View>>();

  function open(release: OpenedRelease, path: string): Promise<View> {
    const key = `${release.manifestSha256} ${path}`;
    let view = views.get(key);
    if (!view) {
      view = readView(release, path);
      views.set(key, view);
      view.catch(() => views.delete(key));
    }
    return view;
  }

  return {
    name: "views",
    refuses: (plan) => {
      if (viewFor(plan)) return undefined;
      const names = [...plan.asked.by, ...Object.keys(plan.asked.where)].join(" and ") || "its total";
      return `no view of ${plan.release.id} holds ${plan.indicator.id} by ${names}`;
    },
    async answer(plan) {
      const file = viewFor(plan);
      if (!file) throw new Error(`views cannot answer: ${this.refuses(plan)}`);
      const read = [...views.keys()];
      const held = coveringViews(plan).find((candidate) =>
        read.includes(`${plan.release.manifestSha256} ${candidate.path}`),
      );
      const { path } = held ?? file;
      const view = await open(plan.release, path);
      return { rows: arrange(rowsFromView(view, plan.asked), plan.asked.order), files: [path] };
    },
    close: async () => views.clear(),
  };
}

/** The smallest view that holds every dimension of the question. */
export function viewFor(plan: Plan): ReleaseFile | undefined {
  return coveringViews(plan)[0];
}

function coveringViews({ release, indicator, asked }: Plan): ReleaseFile[] {
  return release.manifest.files
    .filter(({ view }) => view?.indicator === indicator.id && viewCovers(view.by as Dimension[], asked))
    .sort((a, b) => a.bytes - b.bytes);
}

async function readView(release: OpenedRelease, path: string): Promise<View> {
  const view = (await release.readJson(path)) as View;
  if (view.schema !== "yeelen-view/1")
    throw new IntegrityError(
      `not a view this version can read: ${path} has schema ${view.schema}, expected yeelen-view/1`,
    );
  const other = otherRelease(view, release.manifest);
  if (other !== undefined)
    throw new IntegrityError(`view of another release: ${path} ${other}; nothing of it was used`);
  return view;
}
