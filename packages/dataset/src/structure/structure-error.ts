/** A structure that contradicts itself: names the field, the value and what is allowed there. */
export class StructureError extends Error {
  override readonly name = "StructureError";

  constructor(field: string, value: string, allowed: string) {
    super(`${field}: ${value.length > 80 ? `${value.slice(0, 80)}…` : value}; expected ${allowed}`);
  }
}
