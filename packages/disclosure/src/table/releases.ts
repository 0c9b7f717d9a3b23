import type { Cell, Relation } from "./cell.ts";
import { TableError } from "./cell.ts";
import { evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import { boundsOf, mergedCell } from "./mergedCell.ts";
import { isDeclared } from "./revision.ts";
import type { Revision } from "./revision.ts";
import { Table } from "./table.ts";

/** A release that somebody may have kept. Its cells are written by the same keys as those of the table. */
export interface EarlierRelease {
  /** Tells its cells apart, and orders releases: older names sort first. */
  readonly name: string;
  readonly table: Table;
}

export interface ReleaseOptions {
  /** What was really recounted; nothing else is taken to have changed unnoticed. */
  readonly revised?: readonly Revision[];
  /**
   * Which figures a reader takes for unchanged. `printed`: those that what is printed alike speaks for. `known`: the
   * same, leaving out figures that we do not know ourselves. `true`: all that really are, as if the reader knew.
   */
  readonly assume?: "printed" | "known" | "true";
  /** Whether the table is still to be protected: what an earlier release hid is then hidden again. */
  readonly protecting?: boolean;
}

/** A table with all that is known of it from earlier releases. */
export interface WithReleases {
  readonly table: Table;
  /** The key in it of each cell of each earlier release, by `<name>: <key>`. */
  readonly keys: ReadonlyMap<string, string>;
  /** Cells printed then and now whose values differ by less than k, by release. */
  readonly differences: ReadonlyMap<string, readonly string[]>;
  /** How many cells of each earlier release are taken to be the same figure as in a later one. */
  readonly unchanged: ReadonlyMap<string, number>;
}

interface Added {
  /** The table's own release has no name: it is newer than all others. */
  readonly name: string | null;
  readonly table: Table;
  /** The place in the joint table of each of its cells. */
  readonly places: number[];
}

/**
 * Joins a table with its earlier releases, figure by figure, as a patient reader would. What is printed alike is the
 * same figure. A hidden figure did not change where the printed changes of a sum that it is part of add up to nothing;
 * where none of them fell it can only have grown. A figure that differs by less than k between two releases is a
 * handful of people: the difference gets a cell of its own, protected like a count.
 *
 * @throws TableError if a release shares no cell with the table
 */
export function addEarlierReleases(
  table: Table,
  earlier: readonly EarlierRelease[],
  options: ReleaseOptions = {},
): WithReleases {
  const joint = new Joint(table, options);
  const sorted = earlier.toSorted((a, b) => (a.name < b.name ? 1 : -1));
  for (const release of sorted) joint.add(release);
  return joint.finish();
}

class Joint {
  readonly #options: ReleaseOptions;
  readonly #k: number;
  readonly #cells: Cell[];
  readonly #added: Added[];
  readonly #relations: Relation[] = [];
  readonly #seen: Set<string>;
  readonly #lattices;
  readonly #keys = new Map<string, string>();
  readonly #differences = new Map<string, string[]>();
  readonly #unchanged = new Map<string, number>();

  constructor(table: Table, options: ReleaseOptions) {
    this.#options = options;
    this.#k = table.k;
    this.#cells = [...table.cells];
    this.#added = [{ name: null, table, places: table.cells.map((_, place) => place) }];
    this.#relations.push(...table.relations);
    this.#seen = new Set(table.relations.map(signature));
    this.#lattices = [...table.lattices];
  }

  add({ name, table }: EarlierRelease): void {
    const { table: now } = this.#added[0]!;
    if (!table.cells.some(({ key }) => now.has(key)))
      throw new TableError(`releases share no cell: ${name}; their keys must be written alike`);
    const evidence = this.#added.map((newer) => evidenceOf(newer.table, table, this.#untied(newer, name)));
    let unchanged = 0;
    const places = table.cells.map((cell) => {
      const key = `${name}: ${cell.key}`;
      const place = this.#tie(cell, name, evidence);
      if (place !== -1) unchanged++;
      const own = place === -1 ? this.#push({ ...cell, key }) : place;
      this.#keys.set(key, this.#cells[own]!.key);
      return own;
    });
    this.#unchanged.set(name, unchanged);
    this.#relate(name, table, places);
    this.#differ(name, table, places, evidence);
    this.#added.push({ name, table, places });
  }

  finish(): WithReleases {
    const table = new Table(this.#k);
    for (const cell of this.#cells) table.addCell(cell);
    for (const relation of this.#relations) table.keep(relation);
    for (const lattice of this.#lattices) table.addLattice(lattice);
    return { table, keys: this.#keys, differences: this.#differences, unchanged: this.#unchanged };
  }

  // The figure of a newer release that this one is taken to be; −1 if there is none.
  #tie(cell: Cell, name: string, evidence: readonly Evidence[]): number {
    const { assume = "printed", protecting = false } = this.#options;
    for (const [i, newer] of this.#added.entries()) {
      if (!newer.table.has(cell.key) || this.#untied(newer, name)(cell.key)) continue;
      const at = newer.table.place(cell.key);
      const there = newer.table.cells[at]!;
      const known = there.value !== null && cell.value !== null;
      if (known ? there.value !== cell.value : assume !== "printed") continue;
      const printed = there.status === "published" && cell.status === "published";
      if (!printed && !(known && assume === "true") && !evidence[i]!.still.has(cell.key)) continue;
      const place = newer.places[at]!;
      const bounds = boundsOf(this.#cells[place]!, cell);
      if (bounds.low > bounds.high) continue;
      this.#cells[place] = mergedCell(this.#cells[place]!, cell, {
        isNewest: place < this.#added[0]!.table.cells.length,
        protecting,
      });
      return place;
    }
    return -1;
  }

  #untied({ name: newer }: Added, older: string): (key: string) => boolean {
    const revised = (this.#options.revised ?? []).filter(({ since }) =>
      since === undefined ? newer === null : older <= since && (newer === null || newer > since),
    );
    return (key) => revised.some((revision) => isDeclared(revision, key));
  }

  #relate(name: string, table: Table, places: readonly number[]): void {
    for (const relation of table.relations) {
      const moved = {
        ...relation,
        label: `${name}: ${relation.label}`,
        terms: relation.terms.map(([place, c]) => [places[place]!, c] as const),
      };
      const own = signature(moved);
      if (this.#seen.has(own)) continue;
      this.#seen.add(own);
      this.#relations.push(moved);
    }
    for (const { dimensions, places: own } of table.lattices)
      this.#lattices.push({ dimensions, places: own.map((place) => (place === -1 ? -1 : places[place]!)) });
  }

  // The differences to newer releases that a reader could make something of.
  #differ(name: string, table: Table, places: readonly number[], evidence: readonly Evidence[]): void {
    const small: string[] = [];
    for (const [i, newer] of this.#added.entries()) {
      const untied = this.#untied(newer, name);
      for (const [at, cell] of table.cells.entries()) {
        if (!newer.table.has(cell.key) || untied(cell.key)) continue;
        const there = newer.table.cell(cell.key);
        const [now, before] = [newer.places[newer.table.place(cell.key)]!, places[at]!];
        if (now === before) continue;
        const gap = there.value !== null && cell.value !== null ? there.value - cell.value : null;
        const isSmall = gap !== null && gap !== 0 && Math.abs(gap) < this.#k;
        const printed = there.status === "published" && cell.status === "published";
        if (printed && (!isSmall || i > 0)) continue;
        if (printed) small.push(cell.key);
        if (evidence[i]!.grown.has(cell.key) && (gap ?? 0) >= 0 && (gap !== null || this.#isBold()))
          this.#addDifference(now, before, gap, 1, 0, name);
        else if (isSmall) this.#addDifference(now, before, gap, Math.sign(gap), -Infinity, name);
      }
    }
    this.#differences.set(name, small);
  }

  // What was printed once cannot be hidden any more.
  #push(cell: Cell): number {
    return this.#cells.push(this.#options.protecting ? { ...cell, weight: Infinity } : cell) - 1;
  }

  #isBold(): boolean {
    return (this.#options.assume ?? "printed") === "printed";
  }

  #addDifference(now: number, before: number, gap: number | null, sign: number, low: number, name: string) {
    const key = `since ${name}: ${this.#cells[now]!.key}`;
    const value = gap === null ? null : sign * gap;
    const place = this.#cells.push({ key, value, status: "latent", low }) - 1;
    const terms = [
      [now, sign],
      [before, -sign],
      [place, -1],
    ] as const;
    this.#relations.push({ label: key, terms, low: 0, high: 0 });
  }
}

function signature({ terms, low, high }: Relation): string {
  const sorted = terms.toSorted(([a], [b]) => a - b).map(([place, c]) => `${place}:${c}`);
  return `${low}|${high}|${sorted.join()}`;
}
