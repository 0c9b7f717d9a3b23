import { describe, expect, test } from "vitest";
import { paintFirst } from "../../../packages/dashboard/src/lib/server/paint-first.ts";

const waking = `<script>{ Promise.all([ import("./start.js"), import("./app.js") ]).then(([kit, app]) => kit.start(app)); }</script>`;

describe("paintFirst(html, modules, { rests })", () => {
  test("asks for all modules at once, each once", () => {
    const html = paintFirst(waking, ["./app.js", "./page.js"], { rests: false });
    expect(html).toContain('["./start.js","./app.js","./page.js"]');
    expect(html).toContain(".then(([kit, app]) => kit.start(app))");
    expect(html).not.toContain("pointermove");
  });

  test("lets a page that can be read rest until its reader's first sign", () => {
    const html = paintFirst(waking, [], { rests: true });
    for (const sign of ["pointermove", "keydown", "focusin", "scroll"]) expect(html).toContain(`"${sign}"`);
  });

  test("leaves a page without scripts as it is, and throws where the lines that wake one are not found once", () => {
    expect(paintFirst("<p>words</p>", [], { rests: true })).toBe("<p>words</p>");
    expect(() => paintFirst("<p>words</p>", ["./page.js"], { rests: true })).toThrow(
      "found 0 times; allowed: once",
    );
    expect(() => paintFirst(waking + waking, [], { rests: true })).toThrow("found 2 times");
  });
});
