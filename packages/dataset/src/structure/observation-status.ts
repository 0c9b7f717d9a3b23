import type { Absence } from "../absence.ts";

/** SDMX's OBS_STATUS of a figure that is there. `A`, normal, is the one of every figure that has none. */
export const observationStatuses = {
  A: "Normal value",
  E: "Estimated",
  P: "Provisional",
  F: "Forecast",
  I: "Imputed",
  U: "Low reliability",
  D: "Definition differs",
  B: "Break in the series",
} as const;
export type ObservationStatus = keyof typeof observationStatuses;

/** SDMX's OBS_STATUS of a missing figure, as typed absence. */
export const absenceStatuses = {
  L: "not-collected",
  M: "not-applicable",
  O: "not-reported",
  H: "not-reported",
  Q: "suppressed",
  K: "counted-elsewhere",
} as const satisfies Record<string, Absence>;

/** What a status says of a cell: of its value, or of why there is none. Undefined for a code that SDMX does not have here. */
export function readStatus(
  code: string,
): { readonly status: ObservationStatus } | { readonly absence: Absence } | undefined {
  if (Object.hasOwn(observationStatuses, code)) return { status: code as ObservationStatus };
  if (Object.hasOwn(absenceStatuses, code))
    return { absence: absenceStatuses[code as keyof typeof absenceStatuses] };
  return undefined;
}
