/** What the kit writes at the end of a page to wake it up. */
const waking = /Promise\.all\(\[\s*import\("([^"]+)"\),\s*import\("([^"]+)"\)\s*\]\)/g;

/**
 * Lets a page be painted before its scripts are asked for: on a slow line they would share it with the words and
 * figures, which are complete without them. Then all are asked for at once, so that none waits for another, and the
 * page wakes up once they are all here: what a cut network leaves out must not empty a page that stands. Such a page
 * shows the line that says so, the element `asleep`. Throws where a page holds scripts but not, once, the lines
 * that wake it.
 */
export function paintFirst(html: string, modules: readonly string[]): string {
  const found = [...html.matchAll(waking)].length;
  if (found === 0 && modules.length === 0) return html;
  if (found !== 1)
    throw new Error(
      `cannot let a page paint before its scripts: the lines that wake it were found ${found} times; allowed: once; see the pattern in paint-first.ts`,
    );
  return html.replace(waking, (_, start: string, app: string) => {
    const all = [...new Set([start, app, ...modules])];
    // the links tell the code that loads a page's parts what is here already
    return `${painted}.then(() => Promise.all(${JSON.stringify(all)}.map((href) => { document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href })); return import(href); }))).catch((error) => { document.getElementById("asleep")?.removeAttribute("hidden"); throw error; })`;
  });
}

/** Resolves after the first frame; at once in a tab that nobody sees, which has none. */
const painted = `new Promise((go) => { if (document.hidden) go(); else { requestAnimationFrame(() => setTimeout(go)); setTimeout(go, 2000); } })`;
