import { sparkline } from "../../packages/dashboard/src/lib/charts/sparkline.ts";

/** What is known of six years of a country that does not exist. */
export const states = ["known", "suppressed", "not-reported", "conflicting", "not-collected", "known"];

/** A sparkline of figures of consecutive years; null where there is none. */
export function series(values: readonly (number | null)[]) {
  return sparkline(
    values.map((value, index) => ({
      indicator: "made-up",
      area: "MLI",
      period: 2017 + index,
      value,
      absence: value === null ? ("not-reported" as const) : null,
    })) as unknown as Parameters<typeof sparkline>[0],
  );
}

export const figureless = series([null, null, null]);
