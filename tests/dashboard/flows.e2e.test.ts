import { describe, expect, test } from "vitest";
import { built, faultsOf, open } from "./site.ts";

const patient = { timeout: 60_000 };

describe.skipIf(!built)("the page of flows", () => {
  test("holds a picture of flows and its table without JavaScript", async () => {
    const page = await open("en/flows/", { javaScriptEnabled: false });
    expect(await page.locator(".flow .plot svg:visible").count()).toBe(1);
    const map = page.getByRole("img", { name: /^Map: .*Ukraine$/ });
    expect(await map.evaluate((image: HTMLImageElement) => image.getAttribute("src"))).toBe("map-328.svg");
    expect(await page.locator(".flow").textContent()).toContain("frontiers or boundaries");
    expect(await page.locator(".flow .yeelen-table tbody tr").count()).toBeGreaterThan(5);
    const [from, to] = await page
      .locator(".flow .yeelen-table tbody tr")
      .first()
      .locator("th, td")
      .allTextContents();
    expect([from, to]).toEqual(["Ukraine", "Russia"]);
  });

  test("another source and country are drawn, and the address holds them", async () => {
    const page = await open("en/flows/");
    const control = (label: string) =>
      page
        .locator(".flow label")
        .filter({ hasText: new RegExp(`^\\s*${label}`) })
        .locator("select");
    await control("What was recorded").selectOption("victims-by-citizenship");
    await control("Country").selectOption("ZAF");
    await control("Year").selectOption("2013");
    const search = "?indicator=victims-by-citizenship&area=ZAF&year=2013";
    await expect.poll(() => page.url(), patient).toContain(search);
    const title = page.locator(".flow .yeelen-title");
    await expect
      .poll(() => title.textContent(), patient)
      .toBe("Detected victims by citizenship: South Africa");
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await expect
      .poll(() => title.textContent(), patient)
      .toBe("Detected victims by citizenship: South Africa");
  });

  test("the map is drawn anew for a choice, and the arrow keys walk from flow to flow on it", async () => {
    const page = await open("en/flows/?indicator=victims-by-citizenship&area=ZAF&year=2013");
    const map = page.getByRole("group", { name: /^Map: .*South Africa$/ });
    await expect.poll(() => map.locator("svg").count(), patient).toBe(1);
    const rows = await page.locator(".flow .yeelen-table tbody tr").allTextContents();
    expect(await map.locator('[data-area="ZAF"]').count()).toBe(1);
    await map.focus();
    await page.keyboard.press("ArrowRight");
    const said = (await map.getByRole("status").textContent()) ?? "";
    const figure = /: ([\d,]+)$/.exec(said)?.[1];
    expect(figure).toBeDefined();
    expect(rows.some((row) => row.includes(figure ?? "nothing"))).toBe(true);
  });

  test("the served map wakes up when it is turned to, and shows the same flows", async () => {
    const page = await open("ar/flows/");
    const map = page.locator(".flow .map");
    await expect.poll(() => page.locator(".flow select").first().isEnabled(), patient).toBe(true);
    expect(await map.locator("picture").count()).toBe(1);
    await map.focus();
    await expect.poll(() => map.locator("svg").count(), patient).toBe(1);
    expect(await map.locator("picture").count()).toBe(0);
    expect(await map.locator('[data-area="RUS"]').count()).toBe(1);
  });

  test("citizens of a country are drawn from it to where they were exploited, also when drawn in the browser", async () => {
    const page = await open("en/flows/?indicator=assisted-flows&area=BLR&year=2021");
    await expect.poll(() => page.locator(".flow .yeelen-title").textContent(), patient).toContain("Belarus");
    const origins = await page.locator(".flow .yeelen-table tbody th").allTextContents();
    expect(new Set(origins)).toEqual(new Set(["Belarus"]));
  });
});
