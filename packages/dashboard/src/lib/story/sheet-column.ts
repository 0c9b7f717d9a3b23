import type { AnswerRow, Indicator } from "@yeelen/dataset/plain";
import { sparkline, type Sparkline } from "../charts/sparkline.ts";
import type { Teller } from "../language/teller.ts";
import { completeness, timeliness, type Grade } from "./grades.ts";
import { figure } from "./phrase.ts";
import { latestKnown } from "./reading.ts";

/** A country's newest figure of an indicator, as a cell of the sheet. */
export interface SheetCell {
  readonly value: string | null;
  readonly rate: string | null;
  /** Exact numbers, for files. */
  readonly plain: { readonly value: number | null; readonly rate: number | null };
  readonly year: number | null;
  /** Since when another definition holds; null where the figure is of the first. */
  readonly broken: string | null;
  readonly complete: Grade;
  readonly recent: Grade;
  /** Both grades in words. */
  readonly marks: string | null;
  readonly spark: Sparkline;
}

export type SheetCells = Readonly<Record<string, SheetCell | undefined>>;

export interface ColumnFigures {
  /** Every area and year, as numbers and as rates, of one release. */
  readonly values: readonly AnswerRow[];
  readonly rates: readonly AnswerRow[];
  /** The indicator as that release declares it. */
  readonly indicator: Pick<Indicator, "period" | "breaks">;
}

/** The cells of a column, by the code of each area that its figures hold. */
export function sheetCells({ values, rates, indicator }: ColumnFigures, t: Teller): SheetCells {
  const codes = [...new Set(values.map(({ area }) => area))];
  return Object.fromEntries(
    codes.map((code) => {
      const rows = values.filter((row) => row.area === code);
      const latest = latestKnown(rows);
      const rate = rates.find((row) => row.area === code && row.period === latest?.period);
      const broken = indicator.breaks.find(
        (one) => one.area === code && latest && one.period <= latest.period,
      );
      const complete = completeness(rows);
      const recent = timeliness(rows, indicator.period[1]);
      return [
        code,
        {
          value: latest ? figure(latest, t) : null,
          rate: rate ? rateText(rate, t) : null,
          plain: { value: latest?.value ?? null, rate: rate?.value ?? null },
          year: latest?.period ?? null,
          broken: broken ? t.say("compare.broken", { year: String(broken.period) }) : null,
          complete,
          recent,
          marks: latest
            ? [t.say(`compare.grade.complete.${complete}`), t.say(`compare.grade.recent.${recent}`)].join(
                "; ",
              )
            : null,
          spark: sparkline(rows),
        },
      ];
    }),
  );
}

function rateText({ value, low, high }: AnswerRow, t: Teller): string {
  if (value !== null) return t.number(value, 2);
  if (high !== null) return t.say("figure.between", { low: t.number(low ?? 0, 2), high: t.number(high, 2) });
  return t.say("absence.not-applicable");
}
