import { TableError } from "./cell.ts";

/** What each code is made of: `{ T: ["M", "F", "U"] }`. Codes that are made of nothing are leaves. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** One dimension: its codes, which of them are sums of others, and the path of each leaf up to the tops. */
export interface Hierarchy {
  readonly name: string;
  readonly codes: readonly string[];
  /** By place in `codes`: the places of the parts, empty for a leaf. */
  readonly parts: readonly (readonly number[])[];
  /** By place: the places of the codes that this one is a part of. */
  readonly wholes: readonly (readonly number[])[];
  /** Whether every code is part of at most one other: only then can moves be read off. */
  readonly tree: boolean;
}

/** Checks a dimension's parts and puts them in order. Codes named only in `parts` are added. */
export function hierarchy(name: string, codes: readonly string[], parts: Parts = {}): Hierarchy {
  const all = [...new Set([...codes, ...Object.keys(parts), ...Object.values(parts).flat()])];
  if (new Set(codes).size !== codes.length) {
    const twice = codes.find((code, i) => codes.indexOf(code) !== i);
    throw new TableError(`code twice: ${name} lists ${twice}`);
  }
  // Keys are written name=code|name=code; a code must not be able to look like two.
  const odd = [name, ...all].find((word) => word.includes("|")) ?? (name.includes("=") ? name : undefined);
  if (odd !== undefined)
    throw new TableError(`character not allowed: ${odd}; names and codes hold no |, names no =`);
  const places = new Map(all.map((code, place) => [code, place]));
  const down = all.map((code) => (parts[code] ?? []).map((part) => places.get(part)!));
  all.forEach((code) => {
    const own = parts[code];
    if (own && own.length === 0) throw new TableError(`total of nothing: ${name} has ${code} without parts`);
    if (own && new Set(own).size !== own.length)
      throw new TableError(`part twice: ${name} lists a part of ${code} twice`);
  });
  const up: number[][] = all.map(() => []);
  down.forEach((children, place) => children.forEach((child) => up[child]!.push(place)));
  refuseCycle(name, all, down);
  return { name, codes: all, parts: down, wholes: up, tree: up.every((wholes) => wholes.length <= 1) };
}

function refuseCycle(name: string, codes: readonly string[], parts: readonly (readonly number[])[]): void {
  const state = new Uint8Array(codes.length);
  const visit = (place: number, path: readonly number[]): void => {
    if (state[place] === 2) return;
    if (state[place] === 1) {
      const loop = [...path.slice(path.indexOf(place)), place].map((p) => codes[p]);
      throw new TableError(
        `cycle in hierarchy: ${name} has ${loop.join(" → ")}; a code cannot be part of itself`,
      );
    }
    state[place] = 1;
    for (const part of parts[place]!) visit(part, [...path, place]);
    state[place] = 2;
  };
  codes.forEach((_, place) => visit(place, []));
}
