import { expect, test } from "vitest";
import { guestPages, kinds } from "./guest-page.ts";
import { openPage, pageOf } from "./partner-page.ts";

const guests = guestPages();

test("an element leaves its page as it was: globals, prototypes, head, history, storage, cookies, listeners", async () => {
  const opened = await guests.open(
    "/state.html",
    `<div id="place"></div><template>${guests.everything()}</template>`,
  );
  const { page } = opened;
  const state = () =>
    page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(globalThis).filter(
        (name) => name !== "seen" && name !== "__pwInitScripts",
      ),
      prototypes: [
        Object,
        Array,
        String,
        Function,
        Promise,
        Map,
        Element,
        HTMLElement,
        SVGElement,
        Node,
        Document,
      ].map((one) => Reflect.ownKeys(one.prototype as object).length),
      head: document.head.innerHTML,
      root: document.documentElement.getAttributeNames().join(" "),
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      history: history.length,
      address: location.href,
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      title: document.title,
    }));
  const client = await page.context().newCDPSession(page);
  const listeners = async () => {
    const { result } = await client.send("Runtime.evaluate", { expression: "window" });
    const found = await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    // the test's own tool listens to hands once it has used one: only names it never takes count
    const own = /^(__playwright.*|(aux|dbl)?click|contextmenu|mouse.*|pointer(down|up)|touch.*)$/;
    return found.listeners
      .map(({ type }) => type)
      .filter((type) => !own.test(type))
      .sort();
  };
  const [before, heard] = [await state(), await listeners()];
  await page.evaluate(() => {
    const held = document.querySelector("template")?.content.cloneNode(true) as DocumentFragment;
    for (const script of held.querySelectorAll("script")) {
      const live = document.createElement("script");
      for (const { name, value } of script.attributes) live.setAttribute(name, value);
      script.replaceWith(live);
    }
    document.querySelector("#place")?.append(held);
  });
  await opened.told(kinds.length);
  await page.evaluate(() => document.querySelector("yeelen-line details")?.toggleAttribute("open"));
  await page.waitForFunction(
    () => document.querySelector("yeelen-line details")?.lastElementChild?.shadowRoot,
  );
  expect(await state()).toEqual(before);
  expect(await listeners()).toEqual(heard);
  await page.evaluate(() => document.querySelector("#place")?.replaceChildren());
  expect(await state()).toEqual(before);
  await opened.close();
});

test("1,000 mounts and unmounts leave nothing behind", async () => {
  const opened = await guests.open(
    "/mounts.html",
    `<div id="place" style="display:grid"></div>${guests.linesFor("line")}`,
  );
  await opened.told();
  const { page } = opened;
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const counts = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const mount = (times: number) =>
    page.evaluate(async (rounds) => {
      const place = document.querySelector("#place") as Element;
      const template = document.querySelector("main > yeelen-line") as Element;
      const still = template.cloneNode(true) as Element;
      for (const holder of still.querySelectorAll(".yeelen-holder")) {
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("viewBox", "0 0 340 300");
        svg.setAttribute("height", "300");
        svg.setAttribute("width", "100%");
        holder.replaceWith(svg);
      }
      for (let round = 0; round < rounds; round++) {
        const batch = Array.from({ length: 25 }, () => still.cloneNode(true) as HTMLElement);
        for (const one of batch) one.style.gridArea = "1 / 1";
        const ready = batch.map(
          (one) => new Promise((resolve) => one.addEventListener("yeelen-ready", resolve, { once: true })),
        );
        place.replaceChildren(...batch);
        await Promise.all(ready);
        place.replaceChildren();
      }
      const { seen } = globalThis as unknown as { seen: { told: string[] } };
      seen.told.length = 1;
    }, times);
  await mount(4);
  const before = await counts();
  await mount(40);
  // An observer's undelivered entries hold the last batch until a frame has passed, so what is left is counted again after one.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
        const after = await counts();
        const grown = (name: keyof typeof after) => after[name] - before[name];
        return {
          nodes: grown("nodes") < 200,
          listeners: grown("listeners") < 20,
          heap: grown("heap") < 2_000_000,
        };
      },
      { timeout: 30_000, interval: 200 },
    )
    .toEqual({ nodes: true, listeners: true, heap: true });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("twelve widgets of one question make one data request; of two kinds through loader.js as well", async () => {
  const figure = guests.linesFor("line").slice(0, guests.linesFor("line").indexOf("<script"));
  const bar = guests.linesFor("bar");
  const more = bar.slice(0, bar.indexOf("<script"));
  const loader = `<script type="module" src="${guests.hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await guests.open("/twelve.html", figure.repeat(6) + more.repeat(6) + loader);
  const told = await opened.told(12);
  expect(told.filter((one) => one.startsWith("yeelen-ready"))).toHaveLength(12);
  const paths = guests.hosts.figures.requests.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith("/data/"))).toHaveLength(1);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.some((path) => path.includes("map") || path.includes("world"))).toBe(false);
  await opened.close();
});

test("nothing is fetched for an element far below the fold", async () => {
  guests.hosts.partner.pages.set(
    "/fold.html",
    pageOf(`<div style="height:9000px"></div>${guests.linesFor("line")}`),
  );
  const opened = await openPage(guests.browser, guests.hosts, "/fold.html", { height: 700 });
  await opened.page.waitForTimeout(400);
  expect(guests.hosts.figures.requests.map(({ path }) => path)).toEqual(["/widgets/yeelen-line.js"]);
  await opened.page.locator("yeelen-line").scrollIntoViewIfNeeded();
  await opened.told();
  await opened.close();
});
