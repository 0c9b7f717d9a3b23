import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Catalog, IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, toPermalink, type OpenCatalog } from "@yeelen/query";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { excessOf } from "./page-faults.ts";
import { built, faultsOf, folder, siteBehind, type SiteBehind } from "./site.ts";

const question = {
  indicator: "victims-detected",
  areas: ["MLI", "UKR"],
  period: [2018, 2022],
} satisfies IndicatorQuery;
const [earlier, newest] = ["unodc-glotip/2023-05-30", "unodc-glotip/2025-04-14"];

/** The release, its files and the engine come to a machine that may be busy. */
const patient = { timeout: 60_000 };

describe.skipIf(!built)("the page that checks the address of a figure", () => {
  let site: SiteBehind;
  let catalog: OpenCatalog;

  beforeAll(async () => {
    site = await siteBehind();
    catalog = await openCatalog(pathToFileURL(`${folder}/data/`), { fetch: fetchFile });
  });

  afterAll(() => site?.close());

  const addressOf = async (more: Partial<IndicatorQuery> = {}) =>
    toPermalink(await catalog.query({ ...question, ...more }));
  const outcome = ".outcome h2";

  test("verifies figures of the newest release, and has DuckDB compute them again when asked", async () => {
    const page = await site.open(`en/verify/?${await addressOf()}`);
    const requests = () => site.host.requests.filter(({ path }) => path.includes("duckdb")).length;
    await expect.poll(() => page.locator(outcome).first().textContent(), patient).toBe("Verified");
    const before = requests();
    const { rows, digest } = await catalog.query(question);
    const shown = await page.locator(".outcome tbody tr").allInnerTexts();
    expect(shown).toHaveLength(rows.length);
    expect(shown.join("\n")).toContain("77");
    expect(await page.locator(".outcome").textContent()).toContain(digest);
    await page.locator(".recompute-later summary").click();
    await page.getByRole("button", { name: "Run it here" }).waitFor();
    expect(requests()).toBe(before);
    await page.getByRole("button", { name: "Run it here" }).click();
    await expect
      .poll(() => page.locator(".verdict[role=status]").textContent(), patient)
      .toContain("Equal: every row");
  });

  test("sets the figures of an older release beside those of now", async () => {
    const page = await site.open(`en/verify/?${await addressOf({ release: earlier })}`);
    await expect
      .poll(() => page.locator(outcome).first().textContent(), patient)
      .toBe(`Superseded by release ${newest}`);
    const [was, is] = [
      await catalog.query({ ...question, release: earlier }),
      await catalog.query({ ...question, release: newest }),
    ];
    const differing = was.rows.filter((row, index) => row.value !== is.rows[index]?.value).length;
    expect(differing).toBeGreaterThan(0);
    expect(await page.locator("tr.changed").count()).toBe(differing);
    const one = { areas: ["MLI"], period: [2020, 2020] as [number, number], release: earlier };
    const single = await site.open(`en/verify/?${await addressOf(one)}`);
    await expect.poll(() => single.locator(".now").textContent(), patient).toBe("The figure is now: 77.");
  });

  test("shows no figure of a release that was withdrawn, on any page that can be pinned to one", async () => {
    const reason = "A column of the source was read as another.";
    const search = await addressOf({ release: earlier });
    site.host.spoil = (path, content) => {
      if (!path.endsWith("/catalog.json")) return content;
      const held = JSON.parse(content.toString()) as Catalog;
      for (const { dataset, releases } of held.datasets)
        for (const entry of releases)
          if (`${dataset}/${entry.release}` === earlier)
            Object.assign(entry, { status: "withdrawn", erratum: { reason, date: "2026-01-31" } });
      return Buffer.from(JSON.stringify(held));
    };
    const page = await site.open(`en/verify/?${search}`);
    await expect.poll(() => page.locator(outcome).first().textContent(), patient).toBe("Withdrawn");
    const said = await page.locator(".outcome").innerText();
    expect(said).toContain(reason);
    expect(said).toContain(`Release ${newest}, which stands now, gives:`);
    const now = await catalog.query(question);
    const shown = await page.locator(".outcome tbody tr").allInnerTexts();
    expect(shown).toHaveLength(now.rows.length);

    const explorer = await site.open(`en/indicator/victims-detected/?areas=MLI+UKR&release=${earlier}`);
    await expect
      .poll(() => explorer.locator(".explorer").innerText(), patient)
      .toContain(
        `Release ${earlier} was withdrawn, so its figures are not shown. Those below are of ${newest}.`,
      );

    const sheet = await site.open(`en/compare/?release=${earlier}`);
    const pinned = sheet.locator("aside .pinned");
    await expect.poll(async () => (await pinned.allInnerTexts()).join(" "), patient).toContain("withdrawn");
    expect(await sheet.locator("tbody tr").first().innerText()).toMatch(
      /^Belarus\tnot shown\tnot shown\tnot shown\t/,
    );
    site.host.spoil = (_, content) => content;
  });

  test("says what is wrong with an address, in the reader's language, and shows no figure", async () => {
    const altered = await addressOf();
    altered.set("manifest", "0".repeat(64));
    for (const [search, title] of [
      [`${altered}`, "Ce n’est pas la version de cette adresse"],
      ["indicator=victims-detected&areas=MLI", "Cette adresse ne contient rien qui puisse être vérifié"],
      [`${await addressOf()}`.replace("2025-04-14", "1999-01-01"), "Cette version n’est pas ici"],
    ]) {
      const page = await site.open(`fr/verify/?${search}`);
      await expect.poll(() => page.locator(outcome).first().textContent(), patient).toBe(title);
      expect(await page.locator(".outcome table").count()).toBe(0);
    }
  });

  test("uses nothing of a damaged file, and says of a network that is down that it says nothing", async () => {
    const search = await addressOf({ areas: ["PAK"] });
    site.host.spoil = (path, content) => {
      if (!path.includes("/views/victims-detected")) return content;
      const spoiled = Buffer.from(content);
      const at = spoiled.indexOf('"values":[') + 10;
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      return spoiled;
    };
    const page = await site.open(`en/verify/?${search}`);
    await expect
      .poll(() => page.locator(outcome).first().textContent(), patient)
      .toBe("A file is not what its manifest says");
    site.host.spoil = (path, content) => (path.includes("/data/unodc") ? null : content);
    const cut = await site.open("en/verify/", { fails: "requests" });
    await cut.getByLabel("Address to check").fill(`https://elsewhere.example/en/verify/?${search}`);
    await cut.getByRole("button", { name: "Check" }).click();
    await expect
      .poll(() => cut.locator(outcome).first().textContent(), patient)
      .toBe("It could not be checked");
    site.host.spoil = (_, content) => content;
  });

  test("says what to do by hand where no script runs", async () => {
    const page = await site.open("en/verify/", { javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("compute its SHA-256");
  });

  test.each(["en", "ar"])(
    "axe finds nothing to fault in %s, in light and dark, at any width",
    async (lang) => {
      const page = await site.open(`${lang}/verify/?${await addressOf({ release: earlier })}`);
      await page.locator(".outcome table").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await faultsOf(page, "contrast")).toEqual([]);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await excessOf(page), `${width} pixels`).toBeLessThanOrEqual(0);
      }
    },
  );

  test("a sheet that is pinned shows that release's figures, in its files too", async () => {
    const page = await site.open(
      `en/compare/?indicators=victims-detected&areas=UKR+MLI&release=${encodeURIComponent(earlier)}`,
    );
    await expect
      .poll(() => page.locator("aside [role=status]").textContent(), patient)
      .toContain(`Pinned to release ${earlier}: its figures are shown`);
    const { rows } = await catalog.query({
      indicator: "victims-detected",
      areas: ["UKR"],
      period: "latest",
      release: earlier,
    });
    const figure = rows[0]?.value;
    expect(figure).toBeGreaterThan(0);
    const row = page.getByRole("row", { name: /Ukraine/ });
    expect(await row.locator(".figure").textContent()).toBe(figure?.toLocaleString("en-GB"));
    expect(await row.locator(".year").textContent()).toBe(String(rows[0]?.period));
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "This sheet (CSV)" }).click();
    const csv = await readFile(await (await saved).path(), "utf8");
    expect(csv).toContain(`(${earlier})`);
    expect(csv).toContain(`Ukraine,${figure},${rows[0]?.period},`);
    await page.goto(site.urlOf("en/compare/?release=unodc-glotip/1999-01-01&areas=MLI"));
    await expect
      .poll(() => page.locator("aside [role=status]").textContent(), patient)
      .toContain("is not published here");
    expect(await page.getByRole("row", { name: /Mali/ }).textContent()).toContain("not shown");
    expect(await page.getByRole("row", { name: /Mali/ }).locator(".figure").count()).toBe(0);
  });

  test("the figures of a country's first lines are computed again, and nothing is loaded before", async () => {
    const page = await site.open("en/country/MLI/");
    await page.waitForLoadState("networkidle");
    const seen = site.host.requests.length;
    const fetched = () => site.host.requests.slice(seen).map(({ path }) => path);
    expect(await page.locator(".recompute-later table").count()).toBe(0);
    const fold = page.locator("header .recompute-later");
    await fold.locator("summary").click();
    await fold.getByRole("button", { name: "Run it here" }).first().click();
    await expect
      .poll(() => fold.locator(".verdict").first().textContent(), patient)
      .toContain("Equal: every row");
    expect(fetched().some((path) => path.endsWith("observations.duckdb"))).toBe(true);
  });
});
