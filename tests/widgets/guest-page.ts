import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { sharedChromium } from "../browser.ts";
import {
  linesOf,
  openPage,
  pageOf,
  partners,
  questions,
  type OpenedPage,
  type Partners,
} from "./partner-page.ts";

export const kinds = Object.keys(questions);

/** A browser, both hosts and every kind's lines, made before the tests of a file and closed after them. */
export interface GuestPages {
  readonly browser: Browser;
  readonly hosts: Partners;
  /** The lines a partner pastes for one kind. */
  linesFor(kind: string): string;
  /** Those of every kind. */
  everything(): string;
  /** A page on the partner's origin that is high enough for all of them to be in view. */
  open(path: string, body: string, head?: string, attributes?: string, width?: number): Promise<OpenedPage>;
}

export function guestPages(): GuestPages {
  let browser: Browser;
  let hosts: Partners;
  const lines = new Map<string, string>();
  beforeAll(async () => {
    browser = await sharedChromium();
    hosts = await partners();
    for (const kind of kinds) lines.set(kind, await linesOf(hosts.figures, kind));
  });
  afterAll(async () => {
    await hosts.close();
  });
  beforeEach(() => {
    hosts.figures.requests.length = 0;
    hosts.partner.headers = {};
  });
  afterEach(() => {
    hosts.figures.spoil = (_, content) => content;
  });
  return {
    get browser() {
      return browser;
    },
    get hosts() {
      return hosts;
    },
    linesFor: (kind) => lines.get(kind) ?? "",
    everything: () => [...lines.values()].join("\n"),
    open(path, body, head, attributes, width = 800) {
      hosts.partner.pages.set(path, pageOf(body, head, attributes));
      return openPage(browser, hosts, path, { width, height: 20_000 });
    },
  };
}

/** Every shape of every live picture, with its computed colours. */
export const pictures = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".yeelen-holder")].map((holder) => {
      const shapes = [...(holder.shadowRoot?.querySelectorAll("path,rect,circle,line,text") ?? [])];
      return shapes.map((shape) => {
        const { fill, stroke, fontSize } = getComputedStyle(shape);
        const drawn = ["d", "x", "y", "cx", "cy", "width", "height"].map((name) => shape.getAttribute(name));
        return [shape.localName, shape.textContent, fill, stroke, fontSize, ...drawn].join("|");
      });
    }),
  );
