import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import { tableTree } from "../table/table-tree.ts";
import type { Figure } from "./figure.ts";
import { swatchTree } from "./swatch.ts";

/** A complete `figure` around a picture: title, subtitle, picture, legend, paragraph, notes, table, source. */
export function frame(model: Figure, picture: SvgNode): SvgElement {
  return figure(model, picture, [
    element("details", "details", {}, [["summary", {}, [model.tableLabel]], scrolling(model)]),
  ]);
}

/** A complete `figure` with its table in the picture's place, and its definition to be opened. */
export function frameTable(
  model: Figure,
  { label, text }: { readonly label: string; readonly text: string },
): SvgElement {
  return figure(model, scrolling(model), [
    element("details", "details", {}, [
      ["summary", {}, [label]],
      ["p", { dir: "auto" }, [text]],
    ]),
  ]);
}

function scrolling({ table }: Figure): SvgElement {
  return element("div", "scroll", { role: "region", "aria-label": table.caption, tabindex: 0 }, [
    tableTree(table),
  ]);
}

function figure(model: Figure, picture: SvgNode, details: readonly SvgNode[]): SvgElement {
  const { id, title, subtitle, description, legend, notes, sources } = model;
  return element(
    "figure",
    "figure",
    { id, lang: model.locale, dir: model.dir, "aria-labelledby": `${id}-title` },
    [
      element("figcaption", "head", {}, [
        element("p", "title", { id: `${id}-title` }, [["strong", {}, [title]]]),
        element("p", "subtitle", {}, [subtitle]),
      ]),
      picture,
      ...list(
        "legend",
        legend.map((entry) => {
          const height = entry.mark === undefined ? 10 : 14;
          const box = { x: 0, y: 0, width: 20, height };
          return [
            ["svg", { width: 20, height, "aria-hidden": "true" }, [swatchTree(entry, box)]],
            entry.text,
          ];
        }),
      ),
      element("p", "description", { id: `${id}-description` }, [description]),
      ...list(
        "notes",
        notes.map((note) => [note]),
      ),
      ...details,
      ...list(
        "source",
        sources.map(({ text, licence, url }) => [
          url === null ? text : ["a", { href: url, rel: "noopener noreferrer" }, [text]],
          `. ${licence}`,
        ]),
      ),
    ],
  );
}

function element(
  tag: string,
  name: string,
  attributes: SvgElement[1],
  children: readonly SvgNode[],
): SvgElement {
  return [tag, { class: `yeelen-${name}`, ...attributes }, children];
}

function list(name: string, items: readonly (readonly SvgNode[])[]): SvgElement[] {
  return items.length > 0
    ? [
        element(
          "ul",
          name,
          {},
          items.map((item) => ["li", { dir: "auto" }, item]),
        ),
      ]
    : [];
}
