import { z } from "zod";
import { absences } from "./codes.ts";

/** Why a value is missing. A zero is a value, never an absence. */
export const Absence = z.enum(absences);
export type Absence = z.infer<typeof Absence>;
