import type { Recomputable } from "$lib/explore/recomputable.ts";
import type { BarRow } from "$lib/story/counterparts.ts";
import type { Asked, Told } from "$lib/story/told.ts";

/** A chart to be drawn on the page, from its answer. */
export interface ChartData {
  readonly id: string;
  readonly asked: Asked;
  readonly title: string;
}

export interface Bars {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly BarRow[];
  /** What opens the rows beyond the first few. */
  readonly more: string;
}

/** A question as heading, with what answers it. */
export interface Section extends Told {
  readonly id: string;
  readonly question: string;
  readonly charts: readonly ChartData[];
  readonly bars: readonly (Bars & Pick<Recomputable, "from">)[];
  /** What can be computed again: each chart and each table of bars. */
  readonly figures: readonly Recomputable[];
  /** One line for all charts and tables of the section. */
  readonly source: string;
  readonly note: {
    readonly indicator: string;
    readonly definition: string;
    readonly countedBy: string;
  } | null;
}
