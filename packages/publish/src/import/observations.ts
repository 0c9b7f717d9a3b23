import type { Observation } from "@yeelen/dataset";
import { sameFigure, sumFigures, type Figure } from "./figure.ts";
import { shown } from "./label.ts";
import type { Tally } from "./tally.ts";

/** Where a figure belongs; a dimension left out stands at its total. */
export interface Place {
  readonly indicator: string;
  readonly area: string;
  readonly period: number;
  readonly sex?: Observation["sex"];
  readonly age?: Observation["age"];
  readonly exploitation?: Observation["exploitation"];
  readonly counterpart?: string;
}

interface Part {
  readonly label: string;
  readonly figure: Figure;
  readonly rows: number;
  readonly agrees: boolean;
}

/** Codes that gather what has no country of its own: several labels under one of them add up. */
const gathering = new Set(["UNMAPPED", "OTHER", "UNKNOWN", "ABROAD", "FOREIGN"]);

/**
 * Collects the figures of one dataset. Rows of one key and one label that agree become one; that disagree become
 * one observation marked `conflicting`, without a value or bounds. Different labels under a gathering code are
 * summed (as an interval where a part is a range); two labels of one country are a conflict.
 */
export class ObservationSet {
  readonly #dataset: string;
  readonly #tally: Tally;
  readonly #places = new Map<string, { place: Place; parts: Part[] }>();

  constructor(dataset: string, tally: Tally) {
    this.#dataset = dataset;
    this.#tally = tally;
  }

  /**
   * Adds what one row says; `label` is the source's own word for the place. A row that meets another of its key is
   * tallied as left out. The same row is also stored at each of `copies` (the total of another indicator).
   */
  add(place: Place, figure: Figure, label = "", copies: readonly Place[] = []): void {
    const met = this.#store(place, figure, label);
    if (met !== null) this.#tally.meets(met === "repeated");
    for (const copy of copies) this.#store(copy, figure, label);
  }

  #store(place: Place, figure: Figure, label: string): "repeated" | "conflicting" | null {
    const key = keyOf(place);
    const entry = this.#places.get(key) ?? { place, parts: [] };
    this.#places.set(key, entry);
    const index = entry.parts.findIndex((part) => part.label === label);
    const part = entry.parts[index];
    if (!part) {
      entry.parts.push({ label, figure, rows: 1, agrees: true });
      return entry.parts.length === 1 || gathers(place) ? null : "conflicting";
    }
    const same = sameFigure(part.figure, figure);
    entry.parts[index] = { ...part, rows: part.rows + 1, agrees: part.agrees && same };
    return same ? "repeated" : "conflicting";
  }

  /** The observations, in no order. */
  observations(): Observation[] {
    return [...this.#places.values()].map(({ place, parts }) => this.#observation(place, parts));
  }

  #observation(place: Place, parts: readonly Part[]): Observation {
    const { indicator, area, period } = place;
    const counterpart = (place.counterpart ?? "T") as Observation["counterpart"];
    const key = {
      dataset: this.#dataset,
      indicator,
      area,
      period,
      sex: place.sex ?? "T",
      age: place.age ?? "T",
      exploitation: place.exploitation ?? "T",
      counterpart,
    } as const;
    if (parts.some((part) => !part.agrees) || (parts.length > 1 && !gathers(place))) {
      const note = `the source gives ${parts.reduce((sum, part) => sum + part.rows, 0)} rows for this figure, and they differ`;
      return { ...key, value: null, low: null, high: null, absence: "conflicting", note };
    }
    const figure = sumFigures(parts.map((part) => part.figure));
    const note =
      counterpart === "UNMAPPED"
        ? `label: ${[...new Set(parts.map((part) => shown(part.label)))].join("; ")}`
        : "";
    return { ...key, ...figure, absence: figure.value === null ? "suppressed" : null, note };
  }
}

function gathers(place: Place): boolean {
  return gathering.has(place.counterpart ?? "T");
}

function keyOf(place: Place): string {
  const { indicator, area, period, sex, age, exploitation, counterpart } = place;
  return [indicator, area, period, sex, age, exploitation, counterpart].join("|");
}
