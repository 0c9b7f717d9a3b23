/** The kinds of chart, each fetched when the page first holds its element. */
const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
  bar: () => import("../bar/define.ts"),
  dot: () => import("../dot/define.ts"),
  flow: () => import("../flow/define.ts"),
  line: () => import("../line/define.ts"),
  map: () => import("../map/define.ts"),
  matrix: () => import("../matrix/define.ts"),
  multiples: () => import("../multiples/define.ts"),
  stack: () => import("../stack/define.ts"),
  stat: () => import("../stat/define.ts"),
  table: () => import("../table/define.ts"),
  timeline: () => import("../timeline/define.ts"),
};

export const kindNames: readonly string[] = Object.keys(kinds);

const asked = new Set<string>();

/** Fetches the elements that stand in a tree and are not defined yet, once each. A script that cannot be had is asked for again by the next one. */
export function loadElements(root: ParentNode): void {
  for (const kind of kindNames) {
    const name = `yeelen-${kind}`;
    if (asked.has(kind) || customElements.get(name) || !root.querySelector(name)) continue;
    asked.add(kind);
    kinds[kind]?.().catch(() => asked.delete(kind));
  }
}

/** Loads the elements of a page, and those that come to it later. */
export function watchElements(document: Document): void {
  loadElements(document);
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) loadElements(document);
  }).observe(document, { childList: true, subtree: true });
}
