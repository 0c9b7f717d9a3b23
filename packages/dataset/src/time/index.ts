export { frequencies, grains, type Grain } from "./grains.ts";
export {
  comparePeriods,
  periodsBetween,
  sameGrain,
  seriesOf,
  shiftPeriod,
  timePeriod,
  yearBefore,
} from "./order.ts";
export { periodLabel, plainPeriodWords, type PeriodWords } from "./period-label.ts";
export { PeriodError, readPeriod, type PeriodStyle, type PeriodText } from "./read-period.ts";
export type { PeriodCode, TimePeriod } from "./time-period.ts";
