import { expect, test } from "vitest";
import { hostilePages } from "./guest-conditions.ts";
import { guestPages, kinds, pictures } from "./guest-page.ts";

const guests = guestPages();

test("hostile style sheets, small root fonts, a page from right to left, polluted prototypes: same pictures", async () => {
  const plain = await guests.open("/plain.html", guests.everything());
  await plain.told(kinds.length);
  const wanted = await pictures(plain.page);
  await plain.close();
  for (const { name, head, attributes } of hostilePages) {
    const opened = await guests.open(`/${name}.html`, guests.everything(), head, attributes);
    const told = await opened.told(kinds.length);
    expect(
      told.filter((one) => !one.startsWith("yeelen-ready")),
      name,
    ).toEqual([]);
    const drawn = await pictures(opened.page);
    if (name === "prototypes") expect(drawn, name).toEqual(wanted);
    else
      expect(drawn.map((shapes) => shapes.filter((shape) => /evil|rgb\(255, 0, 0\)/.test(shape)))).toEqual(
        wanted.map(() => []),
      );
    if (name === "rtl")
      expect(drawn.map((shapes) => shapes.length)).toEqual(wanted.map((shapes) => shapes.length));
    expect(opened.errors, name).toEqual([]);
    await opened.close();
  }
});

test("two versions of an element on one page: the first to come draws both figures, nothing throws", async () => {
  const [ours, theirs] = ["140, 134, 125", "18, 52, 86"];
  guests.hosts.figures.spoil = (path, content) =>
    path.startsWith("/earlier/") ? content.toString().replaceAll("#8c867d", "#123456") : content;
  const now = guests.linesFor("line");
  const earlier = now.replaceAll("/widgets/", "/earlier/").replace(/(?<=<script[^>]*) integrity="[^"]*"/, "");
  for (const [lines, wanted, other] of [
    [now + earlier, ours, theirs],
    [earlier + now, theirs, ours],
  ] as const) {
    const opened = await guests.open("/two.html", lines);
    const told = await opened.told(2);
    expect(told.every((one) => one.startsWith("yeelen-ready"))).toBe(true);
    expect(opened.errors).toEqual([]);
    const [first, second] = await pictures(opened.page);
    expect(second).toEqual(first);
    expect(first?.some((shape) => shape.includes(wanted))).toBe(true);
    expect(first?.some((shape) => shape.includes(other))).toBe(false);
    await opened.close();
  }
});

test("an element that is moved, taken out, put back and told otherwise ends as last told", async () => {
  const opened = await guests.open("/moved.html", `<section></section>${guests.linesFor("line")}`);
  await opened.told();
  const { page } = opened;
  const bars = await page.evaluate(async () => {
    const element = document.querySelector("yeelen-line") as Element;
    const section = document.querySelector("section") as Element;
    for (let time = 0; time < 5; time++) {
      section.append(element);
      document.querySelector("main")?.append(element);
    }
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    section.append(element);
    await new Promise((resolve) => element.addEventListener("yeelen-ready", resolve, { once: true }));
    return element.querySelectorAll(".yeelen-holder").length;
  });
  expect(bars).toBe(1);
  await page.evaluate(() => {
    const element = document.querySelector("yeelen-line") as Element;
    for (const areas of ["MLI", "NER", "SEN", "BRA", "UKR"]) element.setAttribute("areas", areas);
  });
  await expect
    .poll(() => page.evaluate(() => document.querySelector("yeelen-line")?.shadowRoot?.textContent))
    .toMatch(/Ukraine/);
  const said = await page.evaluate(
    () => document.querySelector("yeelen-line")?.shadowRoot?.textContent ?? "",
  );
  expect(said).not.toMatch(/Brazil|Senegal/);
  expect(opened.errors).toEqual([]);
  await opened.close();
});
