import { expect, test } from "vitest";
import { firstLoad } from "./first-load/measure.ts";

const raise = "is it worth it to a reader on a slow line? Then raise the ceiling here and in docs/query.md";

test.each([
  ["catalog", "a page that asks a catalogue of views", 13],
  ["widget", "a widget that answers from one view", 5.2],
])("%s: %s loads at most its share, and no schema, engine or Arrow library", async (entry, _, kilobytes) => {
  const { bytes, modules } = await firstLoad(entry);
  expect(modules.length).toBeGreaterThan(5);
  expect(modules.filter((id) => /zod|arrow|node_modules|svelte/.test(id))).toEqual([]);
  expect(bytes, `${bytes} bytes of ${kilobytes * 1000}: ${raise}`).toBeLessThanOrEqual(kilobytes * 1000);
  console.log(`${entry}: ${bytes} bytes gzip`);
});
