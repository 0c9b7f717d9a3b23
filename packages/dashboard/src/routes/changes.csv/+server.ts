import { csvText, dimensions, type CsvCell } from "@yeelen/dataset/plain";
import type { Cell } from "@yeelen/query/changes";
import { successions } from "$lib/server/release-history.ts";
import { kindOfChange } from "$lib/story/changes.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;

const columns = [
  "dataset",
  "from",
  "to",
  "change",
  "indicator",
  "area",
  "period",
  ...dimensions,
  "before",
  "before_absence",
  "now",
  "now_absence",
];

/** Every changed figure of every release; of one that is withheld now, what it was is left out. */
export const GET: RequestHandler = async () => {
  const rows = (await successions()).flatMap(({ dataset, from, to, changes }) =>
    changes.map((change) => {
      const kind = kindOfChange(change);
      const place = dimensions.map((dimension) => change[dimension]);
      return [
        ...[dataset, from, to, kind, change.indicator, change.area, change.period, ...place],
        ...(kind === "withheld" ? [null, null] : cells(change.old)),
        ...cells(change.new),
      ];
    }),
  );
  return new Response(csvText([columns, ...rows]), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
};

function cells(cell: Cell | null): readonly CsvCell[] {
  return [cell?.value ?? null, cell?.absence ?? null];
}
