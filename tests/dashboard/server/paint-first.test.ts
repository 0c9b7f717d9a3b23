import { describe, expect, test } from "vitest";
import { paintFirst } from "../../../packages/dashboard/src/lib/server/paint-first.ts";

const waking = `<p>words</p><script>{ Promise.all([ import("./start.js"), import("./app.js") ]).then(([kit, app]) => kit.start(app)); }</script>`;

/** The text of each script, those that no browser runs left out. */
function running(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text ?? "");
}

describe("paintFirst(html, modules, { rests })", () => {
  test("asks for all modules, each once, and keeps the waking lines from being read", () => {
    const html = paintFirst(waking, ["./app.js", "./page.js"], { rests: false });
    expect(html).toMatch(/^<p>words<\/p><script type="text\/plain" id="waking">/);
    expect(html).toContain(".then(([kit, app]) => kit.start(app))");
    expect(running(html)).toHaveLength(1);
    expect(running(html)[0]).toContain('["./start.js","./app.js","./page.js"].reduce');
    expect(running(html)[0]).not.toContain("kit.start");
    expect(running(html)[0]).not.toContain("pointermove");
  });

  test("lets a page that can be read rest until its reader's first sign", () => {
    const [script] = running(paintFirst(waking, [], { rests: true }));
    for (const sign of ["pointermove", "keydown", "focusin", "scroll"]) expect(script).toContain(`"${sign}"`);
  });

  test("leaves a page without scripts as it is, and throws where the lines that wake one are not found once", () => {
    expect(paintFirst("<p>words</p>", [], { rests: true })).toBe("<p>words</p>");
    expect(() => paintFirst("<p>words</p>", ["./page.js"], { rests: true })).toThrow(
      "found 0 times; allowed: once",
    );
    expect(() => paintFirst(waking + waking, [], { rests: true })).toThrow("found 2 times");
  });
});
