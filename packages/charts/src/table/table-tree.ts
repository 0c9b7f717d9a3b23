import type { ChartTable, Figure, TableCell } from "../figure/figure.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";

/** The figures behind a chart. */
export function chartTable(model: Figure): ChartTable {
  return model.table;
}

/** An HTML table with headed rows and columns; exact numbers stand in `data`. */
export function tableTree({ caption, columns, rows }: ChartTable): SvgElement {
  const head =
    (scope: string) =>
    (text: string): SvgNode => ["th", { scope }, [text]];
  return [
    "table",
    { class: "yeelen-table" },
    [
      ["caption", {}, [caption]],
      ["thead", {}, [["tr", {}, columns.map(head("col"))]]],
      ["tbody", {}, rows.map(({ name, cells }) => ["tr", {}, [head("row")(name), ...cells.map(cellTree)]])],
    ],
  ];
}

function cellTree({ text, value, absence }: TableCell): SvgNode {
  return value == null
    ? ["td", { class: "yeelen-absent", "data-absence": absence ?? false }, [text]]
    : ["td", {}, [["data", { value: String(value) }, [text]]]];
}
