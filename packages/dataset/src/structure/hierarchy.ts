import type { Code } from "./code-list.ts";

/** Codes above and below one another. */
export interface Hierarchy {
  readonly roots: readonly string[];
  childrenOf(code: string): readonly string[];
  /** From the parent up to the root. */
  ancestorsOf(code: string): readonly string[];
  /** 0 for a root. */
  depthOf(code: string): number;
}

/** The tree of a checked code list, siblings in the order of the list. */
export function hierarchyOf(codes: readonly Pick<Code, "code" | "parent">[]): Hierarchy {
  const parents = new Map(codes.map(({ code, parent }) => [code, parent]));
  const children = new Map<string | undefined, string[]>();
  for (const { code, parent } of codes) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  }
  const ancestorsOf = (code: string) => {
    const above: string[] = [];
    for (let parent = parents.get(code); parent !== undefined; parent = parents.get(parent))
      above.push(parent);
    return above;
  };
  return {
    roots: children.get(undefined) ?? [],
    childrenOf: (code) => children.get(code) ?? [],
    ancestorsOf,
    depthOf: (code) => ancestorsOf(code).length,
  };
}
