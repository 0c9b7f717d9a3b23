/** What the kit writes at the end of a page to wake it up. */
const waking =
  /<script>(?=[^<]*Promise\.all)((?:(?!<\/script>)[^])*?)Promise\.all\(\[\s*import\("([^"]+)"\),\s*import\("([^"]+)"\)\s*\]\)((?:(?!<\/script>)[^])*)<\/script>/g;

/**
 * Lets a page be painted before its scripts are asked for: on a slow line they would share it with the words and
 * figures, which are complete without them. The lines that wake it, which hold everything that it shows once more, are
 * not even read until then. All modules are asked for at once, so that none waits for another, and the page wakes up
 * once they are all here: what a cut network leaves out must not empty a page that stands. Such a page shows the line
 * that says so, the element `asleep`. A page that can be read first rests until its reader does something or has had
 * three seconds to read, so that waking does not hold up what is being looked at. Throws where a page holds scripts but
 * not, once, the lines that wake it.
 */
export function paintFirst(html: string, modules: readonly string[], { rests }: { rests: boolean }): string {
  const found = [...html.matchAll(waking)].length;
  if (found === 0 && modules.length === 0) return html;
  if (found !== 1)
    throw new Error(
      `cannot let a page paint before its scripts: the lines that wake it were found ${found} times; allowed: once; see the pattern in paint-first.ts`,
    );
  return html.replace(waking, (_, before: string, start: string, app: string, after: string) => {
    const all = JSON.stringify([...new Set([start, app, ...modules])]);
    const lines = `${before}Promise.all(${all}.map((href) => import(href))).catch((error) => { document.getElementById("asleep")?.removeAttribute("hidden"); throw error; })${after}`;
    return `<script type="text/plain" id="waking">${lines}</script><script>{ const rested = ${rests ? rested : "0"}; ${painted}.then(() => ${fetched(all)}).then(() => rested).then(() => { const lines = document.getElementById("waking"); lines.replaceWith(Object.assign(document.createElement("script"), { textContent: lines.textContent })); }); }</script>`;
  });
}

/** Resolves after the first frame; at once in a tab that nobody sees, which has none. */
const painted = `new Promise((go) => { if (document.hidden) go(); else { requestAnimationFrame(() => setTimeout(go)); setTimeout(go, 2000); } })`;

/** Asks for the modules, one a turn, lest asking alone hold a slow phone up; the links tell the code that loads a page's parts what is here already. */
const fetched = (all: string) =>
  `${all}.reduce((asked, href) => asked.then(() => { document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href })); return new Promise((go) => setTimeout(go)); }), Promise.resolve())`;

/** How long a page rests if its reader gives no sign, in milliseconds. */
export const restingTime = 3000;

/** Resolves at a reader's first sign, or when it has rested long enough; at once where the address asks for more than the page shows. */
const rested = `new Promise((go) => { if (location.search) go(); for (const sign of ["pointermove", "pointerdown", "keydown", "focusin", "scroll"]) addEventListener(sign, go, { once: true, passive: true }); setTimeout(go, ${restingTime}); })`;
