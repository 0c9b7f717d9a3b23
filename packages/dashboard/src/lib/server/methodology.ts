import { absences, measures, type Manifest } from "@yeelen/dataset";
import type { MessageKey } from "$lib/language/messages.ts";
import { sourceName } from "$lib/language/source-texts.ts";
import type { Teller } from "$lib/language/teller.ts";
import { figures } from "./figures.ts";

/** What the methodology page counts, from the manifests of the releases alone, in the teller's language. */
export async function methodology(t: Teller) {
  const { releases, indicators, catalog } = await figures();
  const manifests = releases.map(({ manifest }) => manifest);
  const every = await Promise.all(
    catalog.catalog.datasets.flatMap(({ dataset, releases: all }) =>
      all.map(({ release }) => catalog.release(`${dataset}/${release}`)),
    ),
  );
  return {
    imports: manifests.flatMap((manifest) => importOf(manifest, t)),
    absences: absences.map((code) => ({
      name: t.say(`absence.${code}`),
      text: t.say(absenceTexts[code]),
    })),
    policies: policies
      .filter((policy) => manifests.some(({ protection }) => protection.policy === policy))
      .map((policy) => ({
        text: t.say(`methodology.protection.${policy}`),
        datasets: manifests
          .filter(({ protection }) => protection.policy === policy)
          .map((manifest) => protectedOf(manifest, t)),
      })),
    measures: measures.map((measure) => ({
      name: t.say(`measure.${measure}`),
      text: t.say(`methodology.measure.${measure}`),
    })),
    population: populationsOf(manifests, t),
    indicators: indicators.map(({ id, title, measures: own }) => ({
      id,
      title: t.indicator(id, title),
      measures: t.list(own.map((measure) => t.say(`measure.${measure}`))),
    })),
    breaks: breaksOf(manifests, t),
    checked: {
      files: every.reduce((sum, { manifest }) => sum + manifest.files.length, 0),
      releases: every.length,
    },
  };
}

const policies = ["as-published", "enforce", "open"] as const;

const absenceTexts = {
  suppressed: "definitions.term.suppressed.text",
  "not-reported": "definitions.term.notReported.text",
  "not-collected": "methodology.absence.not-collected",
  "not-applicable": "methodology.absence.not-applicable",
  pending: "methodology.absence.pending",
  conflicting: "definitions.term.conflicting.text",
  "counted-elsewhere": "methodology.absence.counted-elsewhere",
} as const satisfies Record<(typeof absences)[number], MessageKey>;

/** What happened to the rows of the dataset's own file; its population has a dataset of its own. */
function importOf({ dataset, sources }: Manifest, t: Teller) {
  const source = sources.find(({ id }) => id === dataset);
  if (!source) return [];
  const left = source.leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const unknown = source.unmapped.reduce((sum, { rows }) => sum + rows, 0);
  return [
    {
      dataset,
      source: sourceName(source, t),
      release: source.release,
      cells: [source.rowsRead, source.rowsKept, left, unknown].map((rows) => t.number(rows)),
    },
  ];
}

function protectedOf({ dataset, title, protection, release }: Manifest, t: Teller) {
  const { cells, suppressedCells, conflictingCells, threshold } = protection;
  const counts = cells ? [cells, suppressedCells, conflictingCells] : [undefined, undefined, undefined];
  return {
    dataset,
    title: t.text(title),
    release,
    cells: [...counts, threshold].map((count) => (count === undefined ? "–" : t.number(count))),
  };
}

/** The populations that rates divide by: sources of a release that are not its dataset's own. */
function populationsOf(manifests: readonly Manifest[], t: Teller): readonly string[] {
  const names = manifests.flatMap(({ dataset, sources }) =>
    sources
      .filter(({ id }) => id !== dataset)
      .map(
        (source) =>
          `${sourceName(source, t)}${t.say("site.comma")} ${t.say("source.release", { release: source.release })}`,
      ),
  );
  return [...new Set(names)].map((source) => t.say("methodology.population", { source }));
}

/** Breaks of series, each once with the indicators that it concerns. */
function breaksOf(manifests: readonly Manifest[], t: Teller) {
  const found = new Map<string, { line: string; indicators: string[] }>();
  for (const { indicators } of manifests)
    for (const { id, title, breaks } of indicators)
      for (const { area, period, reason } of breaks) {
        const line = t.say("explore.break", {
          area: t.area(area),
          year: String(period),
          reason: t.text(reason),
        });
        const entry = found.get(line) ?? { line, indicators: [] };
        entry.indicators.push(t.indicator(id, title));
        found.set(line, entry);
      }
  return [...found.values()].map(({ line, indicators }) => ({ line, indicators: t.list(indicators) }));
}
