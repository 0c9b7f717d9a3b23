import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { awake, built, open, urlOf } from "./site.ts";

const patient = { timeout: 60_000 };
const detected = "en/indicator/victims-detected/";
const good = "SELECT 41 + 1 AS answer";
const asked = (sql: string) => `en/query/#sql=${encodeURIComponent(sql)}`;

describe.skipIf(!built)("a page shows words, figures and files of one question", { timeout: 120_000 }, () => {
  const withoutData = (page: Page) => page.route(/\/data\//, (route) => route.abort());
  const measureOf = (page: Page) => page.getByLabel("Measure");
  const subtitleOf = (page: Page) => () => page.locator(".explorer .yeelen-subtitle").textContent();

  test("a failed statement, an example and a link leave no earlier result, a changed one says whose it is", async () => {
    const page = await open(asked(good));
    const run = page.getByRole("button", { name: "Run", exact: true });
    await run.click();
    await page.locator("#result").waitFor(patient);
    expect(await page.locator(".result tbody td").allTextContents()).toEqual(["42"]);

    await page.locator(".cm-content, textarea").first().fill("SELECT nothing_here FROM observations");
    await page.getByText("The statement above has changed since").waitFor(patient);
    expect(await page.locator(".notice pre").textContent()).toBe(good);
    await run.click();
    await page.getByText("The statement was not answered").waitFor(patient);
    expect(await page.locator("#result").count()).toBe(0);

    await page.locator(".cm-content, textarea").first().fill(good);
    await run.click();
    await page.locator("#result").waitFor(patient);
    await page.locator("aside button").nth(1).click();
    expect(await page.locator("#result").count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("a browser without a clipboard, and one that keeps it, leave the text selected and say so", async () => {
    const page = await open("en/definitions/");
    for (const clipboard of [undefined, "denied"]) {
      for (const [path, button] of [
        [asked(good), "Copy the address of this statement"],
        [detected, "Copy the address of this view"],
        ["en/embed/", "Copy the lines"],
      ] as const) {
        await page.goto(urlOf(path));
        await page.reload(); // another fragment alone loads no page
        await awake(page);
        await page.evaluate((kind) => {
          const refuse = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
          const value = kind === undefined ? undefined : { writeText: refuse };
          Object.defineProperty(navigator, "clipboard", { configurable: true, value });
        }, clipboard);
        await page.getByRole("button", { name: button }).first().click();
        await page.getByText("does not let the page copy").first().waitFor(patient);
        const selected = await page.evaluate(() => {
          const field = document.activeElement;
          return field instanceof HTMLTextAreaElement
            ? field.value.slice(field.selectionStart, field.selectionEnd)
            : "";
        });
        expect(selected, path).toMatch(path === "en/embed/" ? /<yeelen-/ : /^http/);
      }
    }
  });

  test("a finger's first tap into the statement loses nothing of what is typed", async () => {
    const phone = await open("en/query/", { hasTouch: true, isMobile: true });
    await phone.locator("textarea:enabled").waitFor(patient);
    await phone.locator("textarea").tap();
    await phone.keyboard.press("ControlOrMeta+A");
    await phone.keyboard.type("SELECT 1 AS one", { delay: 15 });
    expect(await phone.locator("textarea").inputValue()).toBe("SELECT 1 AS one");
    expect(await phone.locator(".cm-content").count()).toBe(0);
  });

  test("where data cannot be had, words and picture stay with the last answer, and trying again gets the new one", async () => {
    const page = await open(detected, { fails: "requests" });
    const [measure, subtitle] = [() => measureOf(page), subtitleOf(page)];
    const before = await subtitle();
    await withoutData(page);
    await measure().selectOption("rate");
    await page.getByText("The figures could not be fetched").waitFor(patient);
    expect(await page.locator("main").innerText()).not.toMatch(/failed to fetch/i);
    expect(await measure().inputValue()).toBe("value");
    expect(await subtitle()).toBe(before);
    expect(new URL(page.url()).search).toBe("");
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => measure().inputValue(), patient).toBe("rate");
    await expect.poll(() => page.url(), patient).toContain("measure=rate");
    await expect.poll(subtitle, patient).not.toBe(before);
  });

  test("flows, the embed builder, a pinned sheet and SQL say in the reader's language what could not be had", async () => {
    const page = await open("ar/definitions/", { fails: "requests" });
    for (const [path, act] of [
      ["ar/flows/", () => page.locator(".flow select").nth(1).selectOption({ index: 0 })],
      ["ar/embed/", () => page.locator("main form select").nth(2).selectOption({ index: 1 })],
      ["ar/compare/", () => page.locator(".controls .buttons button").nth(2).click()],
      [asked(good).replace("en/", "ar/"), () => page.locator("form .main").click()],
    ] as const) {
      await page.goto(urlOf(path));
      await awake(page);
      await withoutData(page);
      await act();
      await page.getByText("تعذّر جلب الأرقام").first().waitFor(patient);
      expect(await page.locator("main").innerText(), path).not.toMatch(/failed to fetch|TypeError/i);
      if (path.includes("embed")) expect(await page.locator("#embed-lines").count()).toBe(0);
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await page.getByRole("button", { name: "حاول" }).first().click();
      await expect.poll(() => page.getByText("تعذّر جلب الأرقام").count(), patient).toBe(0);
    }
  });

  test("on a slow network no figure stands under new words, and the last of several choices wins", async () => {
    const page = await open(detected);
    const [measure, subtitle] = [() => measureOf(page), subtitleOf(page)];
    await page.route(/\/views\//, async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await page.getByLabel("Breakdown").selectOption("sex");
    const picture = page.locator(".explorer .picture");
    await expect.poll(() => picture.getAttribute("aria-busy")).toBe("true");
    await expect.poll(() => picture.locator(".chart").isVisible()).toBe(false);
    await page.getByLabel("Breakdown").selectOption("age");
    await measure().selectOption("rank");
    await measure().selectOption("value");
    await expect.poll(() => picture.getAttribute("aria-busy"), patient).toBe("false");
    expect(await subtitle()).toContain("by age");
    expect(await picture.locator(".chart").isVisible()).toBe(true);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get("by"), searchParams.get("measure")]).toEqual(["age", null]);
  });
});
