import { questionAttributes } from "@yeelen/query/views";

/** Every parameter that the address of checkable figures has. */
export const verifyParameters: readonly string[] = [...questionAttributes, "manifest"];

/** The search of an address that a reader pasted, whole or from its question mark on; nothing for any other text. */
export function searchOf(pasted: string): string {
  const at = pasted.indexOf("?");
  return at < 0 ? "" : pasted.slice(at).trim().replace(/#.*$/s, "");
}
