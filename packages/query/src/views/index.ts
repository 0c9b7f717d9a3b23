export { answerFromView, viewCovers, type ViewAnswer } from "./answer-from-view.ts";
export { fromAttributes, questionAttributes, toAttributes } from "./attributes.ts";
export { compareAnswers } from "./compare-answers.ts";
export { comparisonReasons } from "./comparison-reasons.ts";
export { checkQuestion } from "./check-question.ts";
export { QuestionError } from "./question-error.ts";
export { fromSearchParams, toSearchParams } from "./search-params.ts";
