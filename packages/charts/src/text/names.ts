import type { Dimension } from "@yeelen/dataset/plain";
import type { Names, PictureMessages } from "./messages.ts";

/** The name of a country: as passed in, as the language's messages know it, else its code. */
export function areaName(code: string, messages: PictureMessages, names: Names = {}): string {
  return names[code] ?? messages.areas[code] ?? code;
}

/** The name of a code of a dimension, e.g. `sex` `F` → `Female`; counterparts may be countries. */
export function codeName(
  dimension: Dimension,
  code: string,
  messages: PictureMessages,
  names: Names = {},
): string {
  return messages.codes[dimension][code] ?? areaName(code, messages, names);
}
