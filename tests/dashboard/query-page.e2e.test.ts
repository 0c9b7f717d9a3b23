import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { tableFromIPC } from "apache-arrow";
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { built, faultsOf, open, requestsOf, siteBehind } from "./site.ts";

const patient = { timeout: 60_000 };

describe.skipIf(!built)("the page that asks with SQL", () => {
  /** Turns to the field, so that the editor comes. */
  async function editorOf(page: Page) {
    const field = page.locator("textarea:enabled");
    await field.waitFor(patient);
    await field.focus();
    const editor = page.locator(".cm-content");
    await editor.waitFor(patient);
    return editor;
  }

  test("the editor comes when a reader turns to the field, and nothing of it before", async () => {
    const page = await open("en/query/");
    const editorScripts: string[] = [];
    await page.locator("textarea:enabled").waitFor(patient);
    const before = requestsOf(page).length;
    const editor = await editorOf(page);
    editorScripts.push(...requestsOf(page).slice(before));
    expect(editorScripts.some((path) => path.endsWith(".js"))).toBe(true);
    expect(await page.locator("textarea").count()).toBe(0);
    expect(await editor.getAttribute("aria-label")).toBe("SQL statement");
  });

  test("names of tables and columns are offered, and Escape then Tab leaves the editor", async () => {
    const page = await open("en/query/");
    const editor = await editorOf(page);
    await editor.fill("SELECT counterp");
    await editor.press("ControlOrMeta+End");
    await editor.press("Control+Space");
    await expect
      .poll(() => page.locator(".cm-tooltip-autocomplete li").allTextContents(), patient)
      .toContain("counterpart");
    await editor.press("Escape");
    await editor.press("Escape");
    await editor.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Run");
  });

  test("a statement is kept in the address, its result sorted in view, drawn with its warning, and saved", async () => {
    const page = await open(
      "en/query/#sql=SELECT%20area%2C%20sum(value)%20AS%20n%20FROM%20observations%20GROUP%20BY%20area%20ORDER%20BY%20area",
    );
    const editor = await editorOf(page);
    expect(await editor.textContent()).toContain("GROUP BY area");
    await editor.press("Control+Enter");
    await page.locator("#result").waitFor(patient);
    expect(await page.getByText("sum() passes over withheld and missing figures").count()).toBe(1);
    expect(await page.getByText("It is not a Yeelen indicator").count()).toBe(1);
    const header = page.getByRole("columnheader", { name: "n", exact: true });
    await header.getByRole("button").click();
    await header.getByRole("button").click();
    expect(await header.getAttribute("aria-sort")).toBe("descending");
    const values = (await page.locator("tbody td.number").allTextContents())
      .filter((text) => text !== "null")
      .map(Number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(await faultsOf(page)).toEqual([]);
    for (const [name, signature] of [
      ["Parquet", "PAR1"],
      ["Arrow", "\uFFFD\uFFFD\uFFFD\uFFFD"],
    ] as const) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      const bytes = await readFile(await (await saved).path());
      expect(bytes.subarray(0, signature.length).toString()).toBe(signature);
    }
  });

  test("ten thousand rows are a table of which only those in view are drawn, and a cut is said", async () => {
    const page = await open(
      `en/query/#sql=${encodeURIComponent("SELECT i, 'row ' || i AS name FROM range(20000) t(i)")}`,
    );
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("Cut off at 10,000 rows").waitFor(patient);
    expect(await page.locator("table[aria-rowcount='10001']").count()).toBe(1);
    expect(await page.locator("tbody tr").count()).toBeLessThan(100);
    const region = page.getByRole("region", { name: "Result" });
    await region.focus();
    await region.press("End");
    await expect
      .poll(() => page.locator("tbody tr[aria-rowindex='10001']").textContent(), patient)
      .toContain("row 9999");
    for (const [name, saved] of [
      ["CSV", "result.csv"],
      ["Arrow", "result.arrows"],
    ] as const) {
      const download = page.waitForEvent("download", patient);
      await page.getByRole("button", { name, exact: true }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(saved);
      const bytes = await readFile(await file.path());
      if (name === "CSV") expect(bytes.toString().trim().split("\n")).toHaveLength(20_001);
      else expect(tableFromIPC(bytes).numRows).toBe(20_000);
      await page.getByText("Rows in the file: 20,000, the whole result.").waitFor(patient);
    }
  });

  test("a mistake is told with its line, and the line is marked", async () => {
    const page = await open(
      `en/query/#sql=${encodeURIComponent("SELECT area,\n  valeu\nFROM observations")}`,
    );
    await editorOf(page);
    await page.getByRole("button", { name: "Run" }).click();
    await expect.poll(() => page.getByRole("alert").textContent(), patient).toContain("see line 2");
    expect(await page.locator(".cm-line.wrong").textContent()).toContain("valeu");
  });

  test("a reader who saves data is asked before the engine is fetched", async () => {
    const page = await open("en/query/");
    await page.evaluate(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await page.locator("textarea:enabled").waitFor(patient);
    const before = requestsOf(page).length;
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("Your browser asks to save data").waitFor(patient);
    expect(
      requestsOf(page)
        .slice(before)
        .filter((url) => url.includes("duckdb")),
    ).toEqual([]);
    await page.getByRole("button", { name: "Not now" }).click();
  });
});

describe.skipIf(!built)("the page that asks with SQL, where styles may only come from the host", () => {
  test("the editor is styled and breaks no rule", async () => {
    const site = await siteBehind({
      "Content-Security-Policy": `style-src-elem 'self' ${(await ownStyles("en/query/index.html")).join(" ")}`,
    });
    const page = await site.open("en/query/");
    await page.evaluate(() => {
      const broken: string[] = [];
      Object.assign(window, { broken });
      document.addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective));
    });
    await page.locator("textarea:enabled").focus();
    const editor = page.locator(".cm-editor");
    await editor.waitFor(patient);
    expect(await editor.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
    expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
    await site.close();
  });
});

/** The hashes, as a policy names them, of the styles that a built page carries in itself. */
async function ownStyles(path: string): Promise<string[]> {
  const page = await readFile(new URL(`../../packages/dashboard/build/${path}`, import.meta.url), "utf8");
  return [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${createHash("sha256").update(style!).digest("base64")}'`,
  );
}
