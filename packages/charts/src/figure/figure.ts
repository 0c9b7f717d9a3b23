import type { Absence, About, Answer, AnsweredRows, Measure } from "@yeelen/dataset/plain";
import type { Messages, Names, PictureMessages } from "../text/messages.ts";
import type { Colour } from "./paint.ts";
import type { Params, Voice } from "../text/voice.ts";

/** What every chart may be told beside its question. Sizes are CSS pixels; text never shrinks below 12 of them. */
export interface ChartOptions {
  /** BCP 47 with a region (`pt-BR`), to refine the messages' own for numbers. */
  readonly locale?: string;
  /** Texts in the reader's language; English if left out. */
  readonly messages?: Messages;
  readonly dir?: "ltr" | "rtl";
  readonly width?: number;
  readonly height?: number;
  /** In place of the indicator's title. */
  readonly title?: string | undefined;
  /** Country names by ISO 3166-1 alpha-3 code, in place of the messages'. */
  readonly names?: Names;
  /** Area, code or series key to bring forward. */
  readonly chosen?: string | undefined;
  /** Prefix of element ids; made from the answer's digest if left out. Give one where a page shows the same chart twice. */
  readonly id?: string;
}

/** A mark that can be pointed at: where it is, what it belongs to, what it says. */
export interface ChartPoint {
  /** Pixels in the SVG. */
  readonly x: number;
  readonly y: number;
  /** Key of its series. */
  readonly series: string;
  /** Name of its series. */
  readonly label: string;
  readonly period: number;
  /** The year as the reader's language writes it. */
  readonly year: string;
  /** The figure in words: a number, `fewer than 5`, `not reported`. */
  readonly text: string;
  readonly value: number | null;
  readonly absence: Absence | null;
}

/** Rows of text, the first column naming each row. `value` is the exact number behind a cell's text. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly TableCell[] }[];
}

export interface TableCell {
  readonly text: string;
  readonly value?: number | null;
  readonly absence?: Absence | null;
}

/** A line of the legend: a sign, or a colour (a role or a place in the palette), and what it stands for. */
export interface LegendEntry {
  readonly sign: "hatch" | "gap" | "cross" | "colour";
  readonly colour?: Colour;
  /** Which mark bears the colour, where marks differ in shape too. */
  readonly mark?: number;
  /** Dashes of the line that bears the colour; empty for a whole line. */
  readonly dash?: string;
  readonly text: string;
}

/** What all pictures share. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly dir: "ltr" | "rtl";
  readonly width: number;
  readonly height: number;
  /** Every mark, present or absent, for pointers and arrow keys. */
  readonly points: readonly ChartPoint[];
}

/** What all chart models share: the words around the picture, its table, its description, where it comes from. */
export interface Figure extends Picture {
  readonly locale: string;
  readonly subtitle: string;
  /** A short paragraph that says what the picture shows, for those who do not see it and for those who do. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  /** What must be said beside the figures. */
  readonly notes: readonly string[];
  readonly sources: readonly SourceLine[];
  readonly table: ChartTable;
  /** What opens the table. */
  readonly tableLabel: string;
}

export interface SourceLine {
  readonly text: string;
  readonly licence: string;
  /** Only ever an http or https address. */
  readonly url: string | null;
}

/** What pictures are made from. */
export interface Context {
  readonly answer: AnsweredRows;
  readonly about: About;
  readonly measure: Measure;
  /** First and last year of the question, or of the rows where it names none. */
  readonly period: readonly [number, number];
  readonly voice: Voice;
  readonly messages: PictureMessages;
  readonly names: Names;
}

/** What the words around a picture are made from. */
export interface WordContext extends Context {
  readonly answer: Answer;
  readonly messages: Messages;
  readonly options: ChartOptions;
  /** One of the messages around pictures, filled in. */
  readonly tell: (key: keyof Messages["words"], params?: Params) => string;
}
