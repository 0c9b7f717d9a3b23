/** What an element needs only when its page holds no static figure for its question, or an attribute is wrong. */
export { fullAnswer, refuse } from "./full-answer.ts";
export { mountFigure } from "./mount-figure.ts";
