import { toSvg } from "@yeelen/charts";
import { csvText } from "@yeelen/dataset/plain";
import { translateAbout } from "@yeelen/charts/translations";
import { loadTextsOf } from "../data/load-texts.ts";
import { citationOf, type CitationStyle } from "./citation.ts";
import { dataTable, type Complete } from "./data-table.ts";
import { figureOf } from "../element/figure-of.ts";
import { audibleSeries } from "../sound/melody.ts";
import type { ToolsRequest } from "./open-tools.ts";
import { pinnedLink } from "./pinned-link.ts";

/** What a reader may do with a figure. All throw an error to be shown. */
export interface ReaderActions {
  readonly saveCsv: () => Promise<void>;
  readonly saveXlsx: () => Promise<void>;
  /** Absent where there is no picture. */
  readonly saveSvg?: () => Promise<void>;
  readonly savePng?: () => Promise<void>;
  readonly link: () => Promise<string>;
  readonly citation: (style: CitationStyle) => Promise<string>;
  /** What can be heard: one thing over years each. */
  readonly audible: () => Promise<ReturnType<typeof audibleSeries>>;
}

const FILE_WIDTH = 760;
const SHARP = 2;

export function readerActions(request: ToolsRequest): ReaderActions {
  const { element, kind, data, settings, options } = request;
  const { releases: release = `${data.dataset}/${data.release}` } = data;
  const parts = [data, ...(data.others ?? [])];
  const document = element.ownerDocument;
  const name = [settings.field("indicator") ?? element.localName, release]
    .join("_")
    .replace(/\s+/g, "-")
    .replaceAll("/", "_");
  const link = () => pinnedLink(settings, { release, locale: options.locale });
  const complete = () => element.fullAnswer(data as never) as Promise<Complete>;
  const figure = async () => {
    const answer = await complete();
    const make = await figureOf(kind, answer as never, data, settings, options);
    return { answer, ...make({ width: FILE_WIDTH }) };
  };
  const file = async () => {
    const tree = (await figure()).file;
    if (!tree) throw new Error("svg: a table has no picture");
    return tree;
  };
  const pictures = {
    saveSvg: async () =>
      save(document, `${name}.svg`, new Blob([toSvg(await file())], { type: "image/svg+xml" })),
    savePng: async () => {
      const { paintTree } = await import("./paint-tree.ts");
      const canvas = document.createElement("canvas");
      paintTree(await file(), canvas, SHARP);
      const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
      if (!png) throw new Error("png: this browser writes no picture");
      save(document, `${name}.png`, png);
    },
  };
  return {
    ...(kind.picture ? pictures : {}),
    saveCsv: async () => {
      const { columns, rows } = dataTable(await complete());
      const text = csvText([columns, ...rows]);
      save(document, `${name}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
    },
    saveXlsx: async () => {
      const [{ workbookOf }, { answer, model }] = await Promise.all([import("./workbook.ts"), figure()]);
      const sources = model.sources.map(({ text, licence, url }) =>
        [text, licence, url].filter(Boolean).join(". "),
      );
      const texts = await loadTextsOf(settings, options.locale);
      const abouts = parts.map(({ about }) => translateAbout(about, texts));
      const definitions = abouts.map(({ title, definition }) =>
        abouts.length > 1 ? `${title}: ${definition}` : definition,
      );
      const protections = new Set(abouts.map(({ protection }) => protection));
      const said = [
        model.title,
        model.subtitle,
        ...(abouts.length > 1 ? [] : definitions),
        ...model.notes,
        ...(abouts.length > 1 ? definitions : []),
        ...protections,
        ...sources,
        await link(),
      ];
      save(document, `${name}.xlsx`, await workbookOf(dataTable(answer), said.filter(Boolean)));
    },
    link,
    audible: async () => (kind.picture ? audibleSeries((await figure()).model.points) : []),
    citation: async (style) => {
      const [{ model }, address] = await Promise.all([figure(), link()]);
      const citations = parts.map((part) => {
        const [source] = part.about.sources;
        if (!source) throw new Error("citation: the release names no source");
        const from = `${part.dataset}/${part.release}`;
        return citationOf(style, {
          heading: model.title,
          source,
          release: from,
          link: address,
          day: new Date(),
        });
      });
      return [...new Set(citations)].join("\n\n");
    },
  };
}

/** Hands a file to the reader; no address of the host's page changes. */
function save(document: Document, name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
