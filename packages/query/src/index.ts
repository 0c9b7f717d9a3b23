export {
  openCatalog,
  type CatalogOptions,
  type OpenCatalog,
  type QueryOptions,
} from "./catalog/open-catalog.ts";
export { refuseWithdrawn, standingInstead, standingNotes, Withdrawn } from "./catalog/standing.ts";
export { openPermalink, toPermalink, type OpenedPermalink, type Verdict } from "./catalog/permalink.ts";
export type { OpenedRelease } from "./catalog/open-release.ts";
export { EngineUnavailable } from "./engine-unavailable.ts";
export type { Engine, EngineAnswer, EngineOptions, Plan, SqlOptions, SqlResult } from "./engine.ts";
export { viewsEngine } from "./engines/views-engine.ts";
export type { Explanation } from "./plan.ts";
export {
  answerFromView,
  checkQuestion,
  compareAnswers,
  comparisonReasons,
  fromAttributes,
  fromSearchParams,
  questionAttributes,
  QuestionError,
  toAttributes,
  toSearchParams,
  viewCovers,
  type ViewAnswer,
} from "./views/index.ts";
