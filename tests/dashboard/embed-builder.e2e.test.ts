import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embedOf } from "../../packages/publish/src/embed/embed-of.ts";
import { host, type Host } from "../host.ts";
import { built, folder, open, urlOf } from "./site.ts";

describe.skipIf(!built)("the page that makes embed code", { timeout: 40_000 }, () => {
  let partner: Host;

  beforeAll(async () => {
    partner = await host("examples");
  });

  afterAll(() => partner?.close());

  test.each([
    ["line", "indicator=victims-detected&areas=MLI+NER+SEN&period=2007..2022", ""],
    ["bar", "indicator=victims-detected&areas=MLI+NER+SEN&period=2007..2022&kind=bar", "Mali"],
    ["stack", "indicator=victims-detected&areas=NER&period=2007..2022&by=sex&kind=stack", "Female"],
    ["matrix", "indicator=victims-detected&areas=MLI+NER&period=2007..2022&kind=matrix", "Niger"],
  ])(
    "the lines for a %s draw the same figure on a blank page of another origin",
    async (kind, search, word) => {
      const page = await open(`en/embed/?${search}`);
      const lines = page.locator("#embed-lines");
      await expect.poll(() => lines.inputValue(), { timeout: 15_000 }).toContain(`<yeelen-${kind}`);
      const code = await lines.inputValue();
      await page.locator("iframe").scrollIntoViewIfNeeded();
      await expect
        .poll(() => page.locator(".said").textContent(), { timeout: 15_000 })
        .toBe("The script runs there and draws the same figures.");
      const preview = page.frames().find((one) => one.parentFrame() !== null);
      expect(await preview?.evaluate(() => origin)).toBe("null");
      partner.pages.set(`/${kind}.html`, `<!doctype html><meta charset="utf-8"><title>Page</title>${code}`);
      const guest = await page.context().newPage();
      await guest.addInitScript(() => {
        for (const name of ["ready", "error"])
          addEventListener(`yeelen-${name}`, () => (document.title = name));
      });
      await guest.goto(`${partner.origin}/${kind}.html`);
      await expect.poll(() => guest.title(), { timeout: 15_000 }).toBe("ready");
      const figures = (one: Page) => one.locator(".yeelen-table").first().textContent();
      expect(await figures(guest)).toBe(await preview?.locator(".yeelen-table").first().textContent());
      expect(await guest.locator("figure").textContent()).toContain(word);
      expect(await guest.locator(".yeelen-title").textContent()).not.toBe("");
    },
  );

  test("options change the lines, and the address keeps the chart", async () => {
    const page = await open("fr/embed/?indicator=victims-detected&areas=MLI&period=2007..2022");
    const lines = page.locator("#embed-lines");
    await expect.poll(() => lines.inputValue(), { timeout: 15_000 }).toContain('lang="fr"');
    expect(await lines.inputValue()).toContain('integrity="sha256-');
    await page.getByRole("combobox", { name: /^Couleurs/ }).selectOption("dark");
    await page.getByRole("combobox", { name: /^Chiffres/ }).selectOption("following");
    await page.getByRole("combobox", { name: /^Langue/ }).selectOption("ar");
    await expect.poll(() => lines.inputValue(), { timeout: 15_000 }).toMatch(/theme="dark".*lang="ar"/);
    expect(await lines.inputValue()).not.toContain('integrity="sha256-');
    expect(await lines.inputValue()).toContain('dir="rtl"');
    await page.getByRole("combobox", { name: /^Forme/ }).selectOption("frame");
    await expect.poll(() => lines.inputValue()).toContain("widgets/frame.html?kind=line");
    await page.getByRole("combobox", { name: /^Forme/ }).selectOption("image");
    await expect.poll(() => lines.inputValue()).toContain("victims-detected-line.svg");
    await page.getByRole("combobox", { name: /^Graphique/ }).selectOption("stat");
    await expect.poll(() => page.url()).toContain("kind=stat");
  });

  test.each(["en", "ar"])(
    "the lines that the page brings along in %s are those that it makes in the browser",
    async (lang) => {
      const linesOf = async (path: string) => {
        const page = await open(path);
        const lines = page.locator("#embed-lines");
        await lines.waitFor({ timeout: 15_000 });
        const said = [await lines.inputValue(), await page.locator("pre.code").textContent()];
        return said;
      };
      const brought = await linesOf(`${lang}/embed/`);
      expect(brought[0]).toContain(urlOf("data/"));
      expect(brought).toEqual(await linesOf(`${lang}/embed/?indicator=victims-detected`));
    },
  );

  test("several indicators stand side by side in the very lines that the command prints", async () => {
    const page = await open(
      "fr/embed/?indicator=victims-detected&areas=MLI+NER&period=2007..2022&kind=matrix&with=convicted",
    );
    const lines = page.locator("#embed-lines");
    await expect.poll(() => lines.inputValue(), { timeout: 15_000 }).toContain("<yeelen-matrix");
    const question = {
      indicator: "victims-detected",
      areas: ["MLI", "NER"],
      period: [2007, 2022] as [number, number],
    };
    const printed = await embedOf(question, {
      host: urlOf(""),
      data: join(folder, "data"),
      widgets: join(folder, "widgets"),
      pinned: true,
      kind: "matrix",
      lang: "fr",
      with: ["convicted"],
    });
    expect(await lines.inputValue()).toBe(printed.replaceAll("\r\n", "\n"));
    await page.getByRole("combobox", { name: "Ce qui est montré" }).selectOption("completeness");
    await expect.poll(() => lines.inputValue()).toContain('show="completeness"');
    expect(new URL(page.url()).searchParams.get("with")).toBe("convicted");
    await page.getByRole("combobox", { name: /^Graphique/ }).selectOption("line");
    await expect.poll(() => lines.inputValue()).toContain('<yeelen-line src="');
    expect(new URL(page.url()).searchParams.get("with")).toBeNull();
  });

  test.each([
    ["kind=matrix&with=unknown", "unknown"],
    ["kind=line&with=convicted", "kind=matrix"],
    ["kind=matrix&with=convicted+convicted", "each indicator once"],
    ["kind=matrix&with=convicted&show=sums", 'show: "sums"'],
    ["kind=matrix&with=convicted&by=sex", 'by: "sex"; allowed: nothing beside several indicators'],
    ["kind=matrix&with=convicted&release=unodc-glotip/2023-05-30", 'release: "unodc-glotip/2023-05-30"'],
  ])("an address with %s says why a part of it is left out", async (search, reason) => {
    const page = await open(`en/embed/?indicator=victims-detected&${search}`);
    await expect
      .poll(() => page.locator(".notice").allTextContents(), { timeout: 15_000 })
      .toEqual([expect.stringContaining(reason)]);
  });

  test("a bad address is said, and without JavaScript the page says what is needed", async () => {
    const page = await open("en/embed/?indicator=victims-detected&by=colour");
    await expect
      .poll(() => page.locator(".notice").allTextContents(), { timeout: 15_000 })
      .toEqual([expect.stringContaining("colour")]);
    const plain = await open("en/embed/", { javaScriptEnabled: false });
    expect(await plain.locator("noscript").first().textContent()).toContain("npx yeelen embed");
  });
});
