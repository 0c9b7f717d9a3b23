import type { Asked } from "$lib/story/told.ts";
import type { Figure } from "@yeelen/charts";
import { standaloneText } from "$lib/charts/kind-pen.ts";
import type { KindPen } from "$lib/charts/kind-pen.ts";
import { answerCsv, type FileOrigin, type FileWords } from "./csv.ts";
import type { Drawing } from "./explorer-picture.svelte.ts";
import { save } from "./save.ts";

export type FileFormat = "csv" | "xlsx" | "svg" | "png";

const fileWidth = 760;
const sharp = 2;

export interface TakeOptions {
  readonly pen: KindPen;
  /** The address of the page that checks what is shown. */
  readonly link: string;
  /** What the columns of a table and their codes are called. */
  readonly words: FileWords;
}

/** Hands the figures, or their picture, to the reader as a file named after the indicator and its release. */
export async function takeAway(format: FileFormat, drawing: Drawing, options: TakeOptions): Promise<void> {
  const { answer } = drawing.request.asked;
  const { dataset, release } = answer.provenance;
  save(`${answer.query.indicator}_${dataset}_${release}.${format}`, await fileOf(format, drawing, options));
}

async function fileOf(
  format: FileFormat,
  drawing: Drawing,
  { pen, link, words }: TakeOptions,
): Promise<Blob> {
  const { asked } = drawing.request;
  if (format === "csv")
    return new Blob([answerCsv(asked.answer, words, originOf(asked, link))], {
      type: "text/csv;charset=utf-8",
    });
  if (format === "xlsx") {
    const { workbookOf } = await import("@yeelen/widgets/tools/workbook");
    const model = pen.modelOf(drawing.request, drawing.options, fileWidth);
    return workbookOf(sheetOf(drawing), notesOf(drawing, model, link));
  }
  const tree = pen.fileOf(drawing.request, drawing.options);
  if (!tree) throw new Error(`${format}: a table has no picture`);
  if (format === "svg") return new Blob([standaloneText(tree)], { type: "image/svg+xml" });
  const { paintTree } = await import("@yeelen/widgets/tools/paint-tree");
  const canvas = document.createElement("canvas");
  paintTree(tree, canvas, sharp);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!png) throw new Error("png: this browser writes no picture");
  return png;
}

function originOf({ answer, about }: Asked, address: string): FileOrigin {
  const { dataset, release, sources } = answer.provenance;
  const used = sources.length > 0 ? sources : about.sources;
  const source = used.map((one) => `${one.publisher}, ${one.title}, ${one.release}`).join("; ");
  return { source, release: `${dataset}/${release}`, address };
}

function sheetOf({ request }: Drawing) {
  const { columns, rows } = request.asked.answer;
  const names = columns.map(({ name }) => name);
  return {
    columns: names,
    rows: rows.map((row) => {
      const cells = new Map<string, string | number | null>(Object.entries(row));
      return names.map((name) => cells.get(name) ?? null);
    }),
  };
}

/** What must be said beside figures that leave the page. */
function notesOf({ request }: Drawing, model: Figure, link: string): string[] {
  const { answer, about } = request.asked;
  return [
    model.title,
    model.subtitle,
    about.definition,
    ...answer.notes.map(({ text }) => text),
    about.protection,
    ...model.sources.map(({ text, licence, url }) => [text, licence, url].filter(Boolean).join(". ")),
    link,
  ].filter(Boolean);
}
