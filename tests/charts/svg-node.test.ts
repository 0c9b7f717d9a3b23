import { toSvg } from "@yeelen/charts";
import { describe, expect, test } from "vitest";

describe("toSvg(node)", () => {
  test("escapes text and attributes", () => {
    expect(toSvg(["text", { "data-x": `"<&>'` }, [`</text><script>alert("&")</script>`]])).toBe(
      `<text data-x="&quot;&lt;&amp;&gt;'">&lt;/text&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</text>`,
    );
  });

  test("replaces what XML cannot hold, and keeps every other character", () => {
    expect(toSvg("a\u0000b\u0007c\ud800d\ufffee\n")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\n");
    expect(toSvg("Кыргызстан مالي 🜨")).toBe("Кыргызстан مالي 🜨");
  });

  test("closes empty elements as SVG does inside a picture and as HTML does outside", () => {
    expect(toSvg(["p", {}, []])).toBe("<p></p>");
    expect(toSvg(["svg", {}, [["path", { d: "M0 0" }]]])).toBe(`<svg><path d="M0 0"/></svg>`);
  });

  test("leaves out what is undefined or false, and rounds pixels to hundredths", () => {
    expect(toSvg(["rect", { x: 1 / 3, y: undefined, hidden: false, open: true }])).toBe(
      `<rect x="0.33" open=""></rect>`,
    );
  });

  test("refuses a name that is markup", () => {
    expect(() => toSvg(["a onload=x", {}])).toThrow("not a name of an element or attribute");
    expect(() => toSvg(["a", { "b=c d": "e" }])).toThrow("not a name of an element or attribute");
  });
});
