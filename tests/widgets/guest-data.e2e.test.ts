import { expect, test } from "vitest";
import { guestPages, kinds } from "./guest-page.ts";

const guests = guestPages();

test.each<[string, (path: string, content: Buffer) => Buffer | string | null | Promise<Buffer>]>([
  ["missing", () => "not found"],
  ["offline", () => null],
  ["cut short", (_, content) => content.subarray(0, content.length / 2)],
  ["changed by one bit", (_, content) => flipped(content)],
  ["a page of the host's", () => "<!doctype html><title>Sign in</title><p>Please sign in."],
])("every element keeps its static figure and says one line when its data are %s", async (_, spoil) => {
  guests.hosts.figures.spoil = (path, content) =>
    path.startsWith("/data/") ? spoil(path, content) : content;
  const opened = await guests.open("/spoilt.html", guests.everything());
  const words = await opened.page.locator("main").textContent();
  const told = await opened.told(kinds.length);
  expect(told.filter((one) => !one.startsWith("yeelen-error"))).toEqual([]);
  expect(await opened.page.locator("main").textContent()).toBe(words);
  expect(await opened.page.locator(".status").count()).toBe(kinds.length);
  expect((await opened.seen()).shift).toBe(0);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("slow data: the static figure stands until they have come", async () => {
  guests.hosts.figures.spoil = async (path, content) => {
    if (path.startsWith("/data/")) await new Promise((resolve) => setTimeout(resolve, 700));
    return content;
  };
  const opened = await guests.open("/slow.html", guests.linesFor("line"));
  expect(await opened.page.locator("yeelen-line svg[viewBox]").first().isVisible()).toBe(true);
  expect((await opened.seen()).told).toEqual([]);
  await opened.told();
  expect((await opened.seen()).shift).toBe(0);
  await opened.close();
});

test("what loads later and cannot be had throws nothing", async () => {
  guests.hosts.figures.spoil = (path, content) => (path.includes("/chunks/") ? null : content);
  const opened = await guests.open("/later.html", guests.linesFor("line"));
  await opened.told();
  await opened.page.locator("yeelen-line .plot").hover();
  await opened.page.locator("yeelen-line summary").click();
  await opened.page.waitForTimeout(300);
  expect(opened.errors).toEqual([]);
  expect(await opened.page.locator("yeelen-line td").first().isVisible()).toBe(true);
  await opened.close();
});

function flipped(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  const place = Math.floor(changed.length / 2);
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}
