import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import type { Browser } from "playwright";
import { PNG } from "pngjs";
import { chartStyles, toSvg } from "@yeelen/charts";
import { beforeAll, describe, expect, test } from "vitest";
import { allCases } from "../../stories/cases/all.ts";
import { comparisonCases } from "../../stories/cases/comparison.ts";
import { sharedChromium } from "../browser.ts";
import { languages } from "./languages.ts";

/**
 * Pictures as a browser renders them, against those that were last looked at. Text is hidden, since its shapes are those of
 * a machine's fonts; where it stands is computed without them and held by the SVG snapshots.
 */
const references = "tests/output/rendered";
const update = process.env["YEELEN_UPDATE"] === "1";
const scale = 0.5;
/** Share of a sheet's pixels that may differ: another version of the browser smooths edges in its own way. */
const tolerance = 0.001;

const arabic = languages.find(([tag]) => tag === "ar")?.[1];
if (!arabic) throw new Error("no Arabic texts");
const variants = {
  light: { width: 640, theme: "light", options: {} },
  dark: { width: 640, theme: "dark", options: {} },
  rtl: { width: 640, theme: "light", options: { messages: arabic } },
  narrow: { width: 320, theme: "light", options: {} },
} as const;
const compared = new Set(comparisonCases.map(({ name }) => name));
const kinds = [...new Set(allCases.map(({ kind }) => kind))];

let browser: Browser;
beforeAll(async () => {
  browser = await sharedChromium();
});

const sheetOf = (kind: string, { width, theme, options }: (typeof variants)[keyof typeof variants]) => {
  const pictures = allCases
    .filter((one) => one.kind === kind)
    // a comparison's warnings come in English here, and so must it
    .map(({ name, draw }) => draw({ width, ...(compared.has(name) ? {} : options) }))
    .map(({ picture }) => toSvg(picture));
  return `<!doctype html><meta charset="utf-8"><style>${chartStyles}
    body{margin:0} div{width:${width}px;background:var(--y-paper)} text{visibility:hidden}</style>
    <div class="yeelen-picture" data-theme="${theme}">${pictures.join("")}</div>`;
};

describe.each(Object.keys(variants) as (keyof typeof variants)[])("%s", (name) => {
  const variant = variants[name];
  test("every kind looks in Chromium as when it was last looked at", async () => {
    const context = await browser.newContext({
      viewport: { width: variant.width, height: 400 },
      deviceScaleFactor: scale,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const differing: string[] = [];
    for (const kind of kinds) {
      await page.setContent(sheetOf(kind, variant));
      const shot = await page.locator("div").screenshot();
      const file = `${references}/${kind}-${name}.png`;
      if (update) {
        mkdirSync(references, { recursive: true });
        writeFileSync(file, PNG.sync.write(PNG.sync.read(shot), { colorType: 2, deflateLevel: 9 }));
      }
      const problem = existsSync(file) ? difference(shot, readFileSync(file)) : "no picture yet";
      if (problem) differing.push(`${kind}: ${problem}`);
    }
    await context.close();
    expect(differing, "look at the pictures, then run with YEELEN_UPDATE=1").toEqual([]);
  });
});

test("a mark that moves, vanishes or changes its colour is noticed", async () => {
  const page = await browser.newPage({ viewport: { width: 640, height: 400 }, deviceScaleFactor: scale });
  const sheet = sheetOf("bar", variants.light);
  const shoot = async (markup: string) => {
    await page.setContent(markup);
    return page.locator("div").screenshot();
  };
  const before = await shoot(sheet);
  expect(difference(await shoot(sheet), before)).toBeNull();
  const bar = /<rect (?=[^>]*width="(?:[1-9]\d{2})[^>]*>)/;
  expect(sheet).toMatch(bar);
  expect(difference(await shoot(sheet.replace(bar, '<rect visibility="hidden" ')), before)).toMatch(/differ/);
  expect(difference(await shoot(sheet.replace(bar, '<rect transform="translate(0 14)" ')), before)).toMatch(
    /differ/,
  );
  await page.close();
});

test("the pictures kept are small, and none is left of a kind that is gone", () => {
  const kept = readdirSync(references);
  expect(kept.sort()).toEqual(
    kinds.flatMap((kind) => Object.keys(variants).map((name) => `${kind}-${name}.png`)).sort(),
  );
  const bytes = kept.reduce((sum, file) => sum + statSync(`${references}/${file}`).size, 0);
  expect(bytes).toBeLessThan(1_500_000);
});

/** What differs between two pictures beyond smoothing of edges; null if nothing does. */
function difference(shot: Buffer, reference: Buffer): string | null {
  const [a, b] = [PNG.sync.read(shot), PNG.sync.read(reference)];
  if (a.width !== b.width || a.height !== b.height)
    return `${a.width}×${a.height} pixels, ${b.width}×${b.height} before`;
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.15 });
  const share = count / (a.width * a.height);
  return share > tolerance ? `${(share * 100).toFixed(2)} % of its pixels differ` : null;
}
