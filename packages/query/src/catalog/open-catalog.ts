import {
  digestRows,
  downloadListed,
  type About,
  type Answer,
  type Catalog,
  type Comparison,
  type IndicatorQuery,
} from "@yeelen/dataset/plain";
import type { Engine, EngineOptions, Plan, SqlOptions, SqlResult } from "../engine.ts";
import { viewsEngine } from "../engines/views-engine.ts";
import { explainPlan, type Explanation } from "../plan.ts";
import { ask } from "../views/ask.ts";
import { columnsOf } from "../views/arrange.ts";
import { bare } from "../views/bare.ts";
import { compareAnswers } from "../views/compare-answers.ts";
import { checkQuestion } from "../views/check-question.ts";
import { notesFor } from "../views/notes.ts";
import { QuestionError } from "../views/question-error.ts";
import { answerSql } from "./answer-sql.ts";
import { answerWith, noSql } from "./answer-with.ts";
import {
  aboutOf,
  indicatorOf,
  openRelease,
  populationOf,
  scopeOf,
  sourcesOf,
  type OpenedRelease,
} from "./open-release.ts";
import { readCatalog } from "./read-catalog.ts";
import { currentOf, noneStands, refuseWithdrawn, standingNotes, Withdrawn } from "./standing.ts";
import { sumWarnings } from "./sum-warnings.ts";

export interface CatalogOptions {
  readonly fetch: typeof globalThis.fetch;
  /** In the order in which they are tried; prebuilt views alone if left out. */
  readonly engines?: readonly Engine[];
}

export interface QueryOptions extends EngineOptions {
  /** The name of the one engine to use. */
  readonly engine?: string;
  /** Whether a release that is asked for by name may be one that was withdrawn; the answer then says so first. */
  readonly withdrawn?: boolean;
}

/** Which releases a statement reads: the current ones, unless some are named. */
export interface SqlReleases {
  readonly releases?: readonly string[];
  /** Whether the named ones may be withdrawn; the result then warns of it. */
  readonly withdrawn?: boolean;
}

/**
 * A catalogue that can be asked. Questions are checked; errors name the field, the value and what is allowed. Figures of a
 * withdrawn release are refused (`Withdrawn`), wherever they are asked for.
 */
export interface OpenCatalog {
  readonly url: URL;
  readonly catalog: Catalog;
  query(question: IndicatorQuery, options?: QueryOptions): Promise<Answer>;
  /** Several questions side by side, with the reasons why their figures must not be compared; nothing is joined or summed. */
  compare(questions: readonly IndicatorQuery[], options?: QueryOptions): Promise<Comparison>;
  /** Which engine would answer, and why; nothing but manifests is read. */
  explain(question: IndicatorQuery, options?: QueryOptions): Promise<Explanation>;
  /** What is counted, by whom, since when, with which breaks and caveats; in the current release, or in one named. */
  about(indicator: string, options?: { readonly release?: string | undefined }): Promise<About>;
  /** The release `<dataset>/<release>`, whatever became of it (see its `entry`), or the current one of a dataset. */
  release(id: string): Promise<OpenedRelease>;
  /** The words beside an indicator's figures in a language, checked against the catalogue; none where it lists none. */
  texts(indicator: string, language: string): Promise<Readonly<Record<string, string>>>;
  /** One read-only SELECT over the current releases, or over those named. */
  sql(text: string, options?: SqlOptions & SqlReleases): Promise<SqlResult>;
  /**
   * The same, a batch of rows at a time, each computed when it is asked for: up to 1,000,000 rows and 60 seconds unless
   * told otherwise. Leaving the loop, or `signal`, ends the statement.
   */
  stream(text: string, options?: SqlOptions & SqlReleases): AsyncGenerator<SqlResult, void, void>;
  close(): Promise<void>;
}

/** Opens the catalogue at `url` (the address of `catalog.json` or of its folder). Throws `IntegrityError` for anything else there. */
export async function openCatalog(
  url: string | URL,
  { fetch, engines = [viewsEngine()] }: CatalogOptions,
): Promise<OpenCatalog> {
  const catalogUrl = catalogAddress(url);
  const catalog = await readCatalog(catalogUrl, fetch);
  const releases = new Map<string, Promise<OpenedRelease>>();

  function release(id: string): Promise<OpenedRelease> {
    const [name = "", wanted] = id.split("/");
    const dataset = catalog.datasets.find((candidate) => candidate.dataset === name);
    if (!dataset)
      throw new QuestionError("release", id, catalog.datasets.map((known) => known.dataset).join(", "));
    const entry = wanted
      ? dataset.releases.find((candidate) => candidate.release === wanted)
      : currentOf(dataset.releases);
    if (!entry && !wanted) throw noneStands(name, dataset.releases);
    if (!entry)
      throw new QuestionError(
        "release",
        id,
        dataset.releases.map((known) => `${name}/${known.release}`).join(", "),
      );
    const key = `${name}/${entry.release}`;
    let opened = releases.get(key);
    if (!opened) {
      opened = openRelease(catalogUrl, name, entry, fetch);
      releases.set(key, opened);
      opened.catch(() => releases.delete(key));
    }
    return opened;
  }

  async function releasesOf({ releases: named, withdrawn }: SqlReleases): Promise<OpenedRelease[]> {
    const standing = catalog.datasets.filter((one) => currentOf(one.releases));
    const opened: OpenedRelease[] = [];
    for (const id of named ?? standing.map(({ dataset }) => dataset)) opened.push(await release(id));
    for (const { id, entry } of opened) refuseWithdrawn(id, entry, withdrawn);
    if (opened.length === 0)
      throw new Withdrawn("no release of any dataset stands: all were withdrawn or superseded");
    return opened;
  }

  async function plan(input: IndicatorQuery, withdrawn?: boolean): Promise<Plan> {
    const question = bare(checkQuestion(input));
    const dataset = catalog.datasets.find(({ indicators }) => indicators.includes(question.indicator));
    if (!dataset)
      throw new QuestionError(
        "indicator",
        question.indicator,
        catalog.datasets.flatMap(({ indicators }) => indicators).join(", "),
      );
    if (question.release !== undefined && question.release.split("/")[0] !== dataset.dataset)
      throw new QuestionError(
        "release",
        question.release,
        dataset.releases.map((known) => `${dataset.dataset}/${known.release}`).join(", "),
      );
    const opened = await release(question.release ?? dataset.dataset);
    refuseWithdrawn(opened.id, opened.entry, withdrawn);
    const indicator = indicatorOf(opened, question.indicator);
    return { question, indicator, release: opened, asked: ask(question, scopeOf(opened, indicator)) };
  }

  async function query(
    input: IndicatorQuery,
    { engine: wanted, signal, withdrawn }: QueryOptions = {},
  ): Promise<{ readonly answer: Answer; readonly plan: Plan }> {
    const planned = await plan(input, withdrawn);
    const { question, asked, indicator, release: opened } = planned;
    const { engine, rows: all, files } = await answerWith(planned, engines, wanted, signal);
    const { protection } = opened.manifest;
    const columns = columnsOf(asked, indicator.unit.id);
    const rows = all.slice(0, asked.limit);
    const answer = {
      query: { ...question },
      columns,
      rows,
      notes: [
        ...standingNotes(opened.entry),
        ...notesFor(asked, all, {
          protection: protection.statement,
          caveats: indicator.caveats,
          population: populationOf(opened),
        }),
      ],
      provenance: {
        dataset: opened.manifest.dataset,
        release: opened.manifest.release,
        manifest: opened.manifestSha256,
        files: files.map((path) => ({ path, sha256: opened.file(path).sha256 })),
        engine: engine.name,
        sql: answerSql(asked),
        sources: sourcesOf(opened, asked.measure),
      },
      digest: await digestRows(columns, rows),
    };
    return { answer, plan: planned };
  }

  return {
    url: catalogUrl,
    catalog,
    release: async (id) => release(id),
    about: async (indicator, { release: named } = {}) => {
      const dataset = catalog.datasets.find(({ indicators }) => indicators.includes(indicator));
      if (!dataset)
        throw new QuestionError(
          "indicator",
          indicator,
          catalog.datasets.flatMap(({ indicators }) => indicators).join(", "),
        );
      const opened = await release(named ?? dataset.dataset);
      return aboutOf(opened, indicatorOf(opened, indicator));
    },
    texts: async (indicator, language) => {
      const listed = catalog.texts?.find(({ path }) => path === `texts/${indicator}.${language}.json`);
      if (!listed) return {};
      const bytes = await downloadListed(new URL(listed.path, catalogUrl), listed, fetch);
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, string>;
    },
    explain: async (question, { engine, withdrawn } = {}) =>
      explainPlan(await plan(question, withdrawn), engines, engine).explanation,
    query: async (input, options) => (await query(input, options)).answer,
    async compare(questions, options) {
      const compared = questions.map(async (question) => {
        const { answer, plan } = await query(question, options);
        const { countedBy, comparableWith, notComparableWith } = plan.indicator;
        const about = aboutOf(plan.release, plan.indicator);
        return { ...answer, about: { ...about, countedBy, comparableWith, notComparableWith } };
      });
      return compareAnswers(await Promise.all(compared));
    },
    async sql(text, { releases: ids, withdrawn, ...options } = {}) {
      const engine = engines.find((candidate) => candidate.sql);
      if (!engine?.sql) throw noSql(engines);
      const opened = await releasesOf({ ...(ids && { releases: ids }), ...(withdrawn && { withdrawn }) });
      const result = await engine.sql(text, opened, options);
      const warnings = warningsOf(text, opened);
      return warnings.length > 0 ? { ...result, warnings } : result;
    },
    async *stream(text, { releases: ids, withdrawn, ...options } = {}) {
      const engine = engines.find((candidate) => candidate.stream);
      if (!engine?.stream) throw noSql(engines);
      const opened = await releasesOf({ ...(ids && { releases: ids }), ...(withdrawn && { withdrawn }) });
      const warnings = warningsOf(text, opened);
      for await (const batch of engine.stream(text, opened, options))
        yield warnings.length > 0 ? { ...batch, warnings } : batch;
    },
    close: async () => {
      for (const engine of engines) await engine.close();
    },
  };
}

/** What must stand beside a statement's result: first which of its releases are not to be used, then what it adds up. */
function warningsOf(text: string, releases: readonly OpenedRelease[]): string[] {
  return [
    ...releases.flatMap(({ id, entry }) => standingNotes(entry).map((note) => `${id}: ${note.text}`)),
    ...sumWarnings(text, releases),
  ];
}

function catalogAddress(url: string | URL): URL {
  const address = new URL(url);
  if (address.pathname.endsWith("catalog.json")) return address;
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return new URL("catalog.json", address);
}
