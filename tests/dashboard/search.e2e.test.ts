import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { built, open, requestsOf } from "./site.ts";

const box = (page: Page) => page.getByRole("combobox").first();
const options = (page: Page) => page.getByRole("option");

describe.skipIf(!built)("the search of the built site", () => {
  /** The box hears the slash once the page has come alive. */
  async function slash(page: Page): Promise<void> {
    const focused = () => box(page).evaluate((input) => document.activeElement === input);
    await expect
      .poll(
        async () => {
          if (!(await focused())) await page.keyboard.press("/");
          return focused();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    expect(await box(page).inputValue()).toBe("");
  }

  test("leads from the home page to a country by keyboard, a slip of the finger forgiven", async () => {
    const page = await open("en/");
    expect(requestsOf(page).filter((url) => url.endsWith("search.json"))).toEqual([]);
    await slash(page);
    await page.keyboard.type("ukrane");
    await expect.poll(() => options(page).allTextContents(), { timeout: 20_000 }).toHaveLength(1);
    expect(await page.getByRole("status").first().textContent()).toBe("1 result");
    expect(await box(page).getAttribute("aria-expanded")).toBe("true");
    const active = await box(page).getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).textContent()).toContain("Ukraine");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/country/UKR/");
    await expect.poll(() => page.locator("h1").textContent()).toBe("Ukraine");
  });

  test("goes through its results by the arrow keys; Escape closes them, then empties the box", async () => {
    const page = await open("en/data/");
    await slash(page);
    await page.keyboard.type("prosecutions");
    await expect.poll(() => options(page).first().textContent(), { timeout: 20_000 }).toContain("prosecuted");
    await box(page).fill("victims");
    await expect.poll(() => options(page).count()).toBeGreaterThan(2);
    const selected = () =>
      options(page).evaluateAll((all) =>
        all.findIndex((one) => one.getAttribute("aria-selected") === "true"),
      );
    expect(await selected()).toBe(0);
    await page.keyboard.press("ArrowDown");
    expect(await selected()).toBe(1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await selected()).toBe((await options(page).count()) - 1);
    await page.keyboard.press("Escape");
    expect(await box(page).getAttribute("aria-expanded")).toBe("false");
    expect(await box(page).inputValue()).toBe("victims");
    await page.keyboard.press("Escape");
    expect(await box(page).inputValue()).toBe("");
  });

  test.each([
    ["ar", "اوكرانيا", "أوكرانيا"],
    ["ar", "الاطفال", "ضحايا الاتجار بالأشخاص المكتشَفون"],
    ["fr", "Marocco", "Maroc"],
    ["fr", "travail force", "Victimes détectées, par forme d’exploitation"],
    ["uk", "киргизія", "Киргизстан"],
    ["en", "child victims", "Detected victims of trafficking in persons"],
  ])("finds in %s what %s stands for", async (lang, query, expected) => {
    const page = await open(`${lang}/definitions/`);
    await box(page).fill(query);
    await expect
      .poll(() => options(page).first().locator("span").first().textContent(), { timeout: 20_000 })
      .toBe(expected);
  });

  test("says in words that nothing was found", async () => {
    const page = await open("en/definitions/");
    await box(page).fill("zzzzzz");
    await expect
      .poll(() => page.getByRole("status").first().textContent(), { timeout: 20_000 })
      .toContain("Nothing is called that.");
  });

  test("is a list of everything by name without JavaScript", async () => {
    const page = await open("fr/", { javaScriptEnabled: false });
    await box(page).fill("mali");
    await box(page).press("Enter");
    await page.waitForURL("**/fr/search/?q=mali");
    await page.getByRole("link", { name: "Mali", exact: true }).click();
    await page.waitForURL("**/fr/country/MLI/");
  });
});
