import type { Figure } from "../figure/figure.ts";

/** What the picture shows, in a few sentences: its alternative text, after its title. */
export function describe(model: Figure): string {
  return model.description;
}
