import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { built, faultsOf, siteHost, type SiteHost } from "./site-host.ts";

const patient = { timeout: 60_000 };

describe.skipIf(!built)("the page of flows", () => {
  let site: SiteHost;

  beforeAll(async () => {
    site = await siteHost();
  });

  afterAll(async () => {
    await site?.close();
  });

  test("holds a picture of flows and its table without JavaScript", async () => {
    const page = await site.open("en/flows/", { javaScriptEnabled: false });
    expect(await page.locator(".flow .plot svg:visible").count()).toBe(1);
    expect(await page.locator(".flow .yeelen-table tbody tr").count()).toBeGreaterThan(5);
    await page.context().close();
  });

  test("another source and country are drawn, and the address holds them", async () => {
    const page = await site.open("en/flows/");
    await page.getByLabel("What was recorded").selectOption("victims-by-citizenship");
    await page.locator(".flow").getByLabel("Country").selectOption("ZAF");
    await page.locator(".flow").getByLabel("Year").selectOption("2017");
    const search = "?indicator=victims-by-citizenship&area=ZAF&year=2017";
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
    await page.context().close();
  });
});
