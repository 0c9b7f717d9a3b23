import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { built, faultsOf, open } from "./site.ts";

const patient = { timeout: 60_000 };
const all = "49,989 people dead or missing";

describe.skipIf(!built)("the page of deaths on migration routes", () => {
  test("holds its figures by year, route, cause and country without JavaScript, and says that they are a lower bound", async () => {
    const page = await open("en/events/", { javaScriptEnabled: false });
    expect(await page.locator(".figures").textContent()).toContain(all);
    const row = page.getByRole("row", { name: /^Central Mediterranean/ }).first();
    expect(await row.textContent()).toContain("26,521");
    expect(await page.getByText("A lower bound: many deaths are never recorded.").count()).toBeGreaterThan(0);
    expect(await page.locator("img[src='map.svg']").count()).toBe(1);
  });

  test("a choice of years and of a route by keyboard filters every figure, and the address holds it", async () => {
    const page = await open("en/events/");
    const first = page.getByLabel("First year");
    await first.waitFor(patient);
    await first.focus();
    for (let press = 0; press < 3; press++) await first.press("ArrowRight");
    await page.getByLabel("Sahara Desert").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.url(), patient).toContain("?years=2017..2026&route=sahara-desert");
    await expect
      .poll(() => page.locator(".figures").textContent(), patient)
      .toMatch(/4,993 people dead or missing/);
    await page.reload();
    await expect.poll(() => page.locator(".figures").textContent(), patient).toMatch(/4,993/);
    await page.locator("svg.yeelen-svg [data-area=LBY]").waitFor(patient);
    expect(await faultsOf(page)).toEqual([]);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "This selection (CSV)" }).click();
    const lines = (await readFile(await (await saved).path(), "utf8")).trim().split("\n");
    expect(lines[0]?.replace("\uFEFF", "")).toBe(
      "period,area,area_label,route,route_label,cause,cause_label,incidents,dead_or_missing,note,source,release,address",
    );
    const rows: Record<string, string>[] = parse(lines.join("\n"), { columns: true, bom: true });
    expect(rows.reduce((sum, row) => sum + Number(row["dead_or_missing"]), 0)).toBe(4993);
    expect(lines[1]).toContain("A lower bound");
    expect(rows[0]?.["address"]).toBe(page.url());
    expect(rows[0]?.["release"]).toMatch(/^iom-missing-migrants\//);
    await page.getByRole("button", { name: "Show everything again" }).click();
    await expect.poll(() => page.locator(".figures").textContent(), patient).toContain(all);
  });

  test("dragging across the bars chooses years, and clicking a country on the map chooses it", async () => {
    const page = await open("en/events/", { viewport: { width: 1280, height: 1600 } });
    await page.getByLabel("First year").waitFor(patient);
    const bars = await page.locator(".brush svg").boundingBox();
    if (!bars) throw new Error("no bars");
    const at = (share: number) => [bars.x + bars.width * share, bars.y + bars.height / 2] as const;
    await page.mouse.move(...at(2.5 / 13));
    await page.mouse.down();
    await page.mouse.move(...at(4.5 / 13), { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.url(), patient).toContain("years=2016..2018");
    const libya = page.locator("svg.yeelen-svg [data-area=LBY]");
    await libya.waitFor(patient);
    await libya.click();
    await expect.poll(() => page.url(), patient).toContain("area=LBY");
    expect(await page.getByLabel("Libya").isChecked()).toBe(true);
  });

  test("DuckDB counts the published file in the browser and finds the same figures", async () => {
    const page = await open("en/events/");
    await page.getByRole("button", { name: "Count again with DuckDB" }).click();
    await page.getByText("the same in all 1,147 combinations").waitFor(patient);
    expect(await page.locator(".figures").textContent()).toContain(all);
  });
});
