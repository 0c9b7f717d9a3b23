/** What an element needs only when its page holds no static figure for its question, an attribute is wrong, or a release may be outdated. */
export { fullAnswer, refuse } from "./full-answer.ts";
export { restate, tellStanding } from "./standing.ts";
export { mountable } from "./mount-figure.ts";
