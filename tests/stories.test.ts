import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allCases } from "../stories/cases/all.ts";

test("every case of every kind of chart is a story", () => {
  const files = readdirSync("stories").filter((file) => file.endsWith(".stories.svelte"));
  const stories = files.map((file) => readFileSync(`stories/${file}`, "utf8")).flatMap(casesIn);
  expect(allCases.map(({ kind, name }) => `${kind}/${name}`).filter((one) => !stories.includes(one))).toEqual(
    [],
  );
});

function casesIn(text: string): string[] {
  const kind = /kind: "([a-z-]+)"/.exec(text)?.[1];
  return [...text.matchAll(/name: "([a-z-]+)"/g)].map((match) => `${kind}/${match[1]}`);
}
