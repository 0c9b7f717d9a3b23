/** A point of a picture that a reader looks at. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Key of its series, e.g. `MLI` or `MLI.F`. */
  readonly series: string;
  readonly label: string;
  readonly period: number;
  readonly year: string;
  /** The figure in words: a number, `fewer than 5`, `not reported`. */
  readonly text: string;
  readonly value: number | null;
  readonly absence:
    "suppressed" | "not-reported" | "not-collected" | "not-applicable" | "pending" | "conflicting" | null;
}

/** What elements tell the page. All bubble and cross shadow roots. */
export interface YeelenEventMap {
  "yeelen-ready": CustomEvent<{ readonly release: string }>;
  "yeelen-error": CustomEvent<{ readonly message: string }>;
  "yeelen-select": CustomEvent<{ readonly point: ChartPoint | null }>;
}

/** Attributes of every element: the question's own fields, then how to show its answer. All are strings, as in HTML. */
export interface YeelenAttributes {
  indicator?: string;
  areas?: string;
  period?: string;
  by?: string;
  where?: string;
  measure?: "value" | "rate" | "share" | "change" | "index" | "rank";
  release?: string;
  order?: "key" | "value" | "-value";
  limit?: string;
  /** Folder of the published data; ends with a slash. */
  src: string;
  integrity?: string;
  theme?: "auto" | "light" | "dark";
  heading?: string;
  chosen?: string;
  lang?: string;
  /** Of a matrix of several indicators. */
  show?: "figures" | "completeness";
}

/** A figure that begins as its static children. */
export class YeelenElement extends HTMLElement {
  static readonly observedAttributes: readonly string[];
}

export class YeelenBarElement extends YeelenElement {}
export class YeelenDotElement extends YeelenElement {}
export class YeelenFlowElement extends YeelenElement {}
export class YeelenLineElement extends YeelenElement {}
export class YeelenMapElement extends YeelenElement {}
export class YeelenMatrixElement extends YeelenElement {}
export class YeelenMultiplesElement extends YeelenElement {}
export class YeelenStackElement extends YeelenElement {}
export class YeelenStatElement extends YeelenElement {}
export class YeelenTableElement extends YeelenElement {}
export class YeelenTimelineElement extends YeelenElement {}

export const elementAttributes: readonly string[];

export interface YeelenTagNameMap {
  "yeelen-bar": YeelenBarElement;
  "yeelen-dot": YeelenDotElement;
  "yeelen-flow": YeelenFlowElement;
  "yeelen-line": YeelenLineElement;
  "yeelen-map": YeelenMapElement;
  "yeelen-matrix": YeelenMatrixElement;
  "yeelen-multiples": YeelenMultiplesElement;
  "yeelen-stack": YeelenStackElement;
  "yeelen-stat": YeelenStatElement;
  "yeelen-table": YeelenTableElement;
  "yeelen-timeline": YeelenTimelineElement;
}

declare global {
  interface HTMLElementTagNameMap extends YeelenTagNameMap {}
  interface HTMLElementEventMap extends YeelenEventMap {}
}
