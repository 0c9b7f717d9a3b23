import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const french = [
  "packages/charts/src/messages/fr.json",
  "packages/charts/src/messages/comparison/fr.json",
  "packages/widgets/src/messages/fr.json",
  "packages/dashboard/src/messages/fr.json",
  "data/translations/fr.json",
];

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test.each(french)("no line of %s can break before a mark that belongs to its word", async (path) => {
  const texts = textsIn(JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8")));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => /\S [:;!?»]|« /.test(text))).toEqual([]);
});
