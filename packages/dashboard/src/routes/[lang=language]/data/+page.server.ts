import { sourceText } from "$lib/language/source-texts.ts";
import { figures } from "$lib/server/figures.ts";
import { protectionLines } from "$lib/server/protection.ts";
import { recordedErrata, successions } from "$lib/server/release-history.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { countKinds, kindOfChange } from "$lib/story/changes.ts";
import { dayOf } from "$lib/story/response.ts";
import type { PageServerLoad } from "./$types";

const formats = ["csv", "xlsx", "parquet", "arrow", "duckdb"] as const;

/** Every dataset, its releases, files, protection and what happened to every row of its sources. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { catalog } = await figures();
  const history = await successions();
  const datasets = await Promise.all(
    catalog.catalog.datasets.map(async ({ dataset, title, releases }) => {
      const { manifest, entry } = await catalog.release(dataset);
      const folder = `data/${entry.manifest.replace("manifest.json", "")}`;
      const { protection } = manifest;
      return {
        dataset,
        title: t.text(title),
        release: manifest.release,
        folder,
        manifest: `data/${entry.manifest}`,
        indicators: manifest.indicators.map((indicator) => ({
          id: indicator.id,
          title: t.indicator(indicator.id, indicator.title),
          charted: indicator.measures.length > 0,
        })),
        files: manifest.files
          .filter(({ path }) => /^[a-z-]+\.(csv|xlsx|parquet|arrow|duckdb|json)$/.test(path))
          .filter(
            ({ path }) =>
              path.startsWith("observations.") || /^(events|treaties|tiers|incidents|records)\./.test(path),
          )
          .flatMap(({ path, bytes, sha256 }) => {
            const format = [...formats, "json" as const].find((known) => path.endsWith(`.${known}`));
            if (!format || (bytes < 400 && path.startsWith("observations."))) return [];
            const kilobytes = Math.max(1, Math.round(bytes / 1000));
            return [
              {
                path,
                what: t.say(`data.file.${format}`),
                size: t.say("data.file.size", { size: kilobytes }),
                sha256,
              },
            ];
          }),
        protection: [
          t.text(protection.statement),
          ...(protection.suppressedCells > 0
            ? [t.say("data.protection.counts", { count: protection.suppressedCells })]
            : []),
          ...(protection.conflictingCells > 0
            ? [t.say("data.protection.conflicts", { count: protection.conflictingCells })]
            : []),
        ].join(" "),
        protectionLines: protectionLines(protection, t),
        sources: manifest.sources.map((source) => ({
          id: source.id,
          name: `${source.publisher}: ${source.title}`,
          url: source.url,
          release: t.say("source.release", { release: source.release }),
          licence: t.say("source.licence", { licence: sourceText(source.licence, t) }),
          rows: t.say("source.rows", { kept: source.rowsKept, read: source.rowsRead }),
          leftOut: source.leftOut.map(({ reason, rows }) => `${sourceText(reason, t)}: ${t.number(rows)}`),
          remarks: source.remarks.map((remark) => sourceText(remark, t)),
        })),
        changed: history
          .filter((pair) => pair.dataset === dataset)
          .map(({ from, to, counts, changes }) => {
            const kinds = countKinds(changes.map((change) => ({ kind: kindOfChange(change) })));
            return {
              to,
              counts: t.say("data.changed.counts", { from, ...kinds, same: counts.same }),
            };
          }),
        releases: releases.map((one) => ({
          release: one.release,
          manifest: `data/${one.manifest}`,
          status:
            one.status === "superseded" || one.status === "withdrawn"
              ? t.say(`data.${one.status}`, { reason: one.erratum?.reason ?? "" })
              : t.say(`data.${one.status}`),
        })),
      };
    }),
  );
  const errata = (await recordedErrata()).map(({ release, status, reason, date, by }) => ({
    release,
    day: dayOf(date, t),
    said: t.say(`data.${status}`, { reason }),
    by: by === undefined ? null : t.say("data.errata.by", { release: by }),
  }));
  return {
    datasets,
    errata,
    comma: t.say("site.comma"),
    words: {
      title: t.say("data.title"),
      lead: t.say("data.lead"),
      description: t.say("data.description"),
      indicators: t.say("data.indicators"),
      files: t.say("data.files"),
      protection: t.say("data.protection"),
      sources: t.say("data.sources"),
      leftOut: t.say("data.source.left"),
      leftOutNone: t.say("data.source.left.none"),
      remarks: t.say("data.source.remarks"),
      check: t.say("data.check"),
      checkText: t.say("data.check.text"),
      manifest: t.say("data.manifest"),
      catalogue: t.say("data.catalogue"),
      changed: t.say("data.changed"),
      changedAll: t.say("data.changed.all"),
      changedFirst: t.say("data.changed.first"),
      errata: t.say("data.errata"),
      errataText: t.say("data.errata.text"),
      errataNone: t.say("data.errata.none"),
      methodology: t.say("methodology.title"),
      changes: t.say("changes.title"),
      verify: t.say("verify.title"),
      sheets: t.say("data.datasets"),
      contents: t.say("site.contents"),
    },
  };
};
