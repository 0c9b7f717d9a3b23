import { readdirSync, readFileSync } from "node:fs";
import { translate, translateAbout, translationsOf } from "@yeelen/charts/translations";
import type { View } from "@yeelen/dataset/plain";
import { describe, expect, test } from "vitest";
import { languages } from "./languages.ts";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as unknown;
const translated = languages.slice(1);

describe.each(translated)("published texts in %s", (tag, messages) => {
  const published = (indicator: string) =>
    json(`data/published/texts/${indicator}.${tag}.json`) as Record<string, string>;

  test("translate everything that stands beside each view's figures", () => {
    const folder = "data/published/unodc-glotip/2025-04-14/views";
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".total.json"))) {
      const { about, indicator } = json(`${folder}/${name}`) as View;
      const said = translateAbout(about, published(indicator));
      for (const [text, english] of [
        [said.title, about.title],
        [said.definition, about.definition],
        [said.protection, about.protection],
        ...said.caveats.map((caveat, index) => [caveat, about.caveats[index]]),
        ...said.breaks.map(({ reason }, index) => [reason, about.breaks[index]?.reason]),
      ])
        expect(text, name).not.toBe(english);
    }
  });

  test("fill an answer's own notes with the same numbers", () => {
    const text = "The source contradicts itself in 3 of 41 figures; none of them is shown.";
    const said = translate(text, published("victims-detected"));
    expect(said).not.toBe(text);
    expect(said.match(/\d+/g)?.sort()).toEqual(["3", "41"]);
  });

  test("stand for every indicator, whose title and unit the charts name too", () => {
    for (const name of readdirSync("data/indicators")) {
      const { id, unit } = json(`data/indicators/${name}`) as { id: string; unit: { id: string } };
      expect(Object.keys(published(id)).length, id).toBeGreaterThan(10);
      expect(Object.keys(messages.indicators)).toContain(id);
      expect(Object.keys(messages.units)).toContain(unit.id);
    }
  });
});

test("translate(text) takes no text from a prototype that a page has written on", () => {
  expect(translate("constructor", {})).toBe("constructor");
  expect(translationsOf(["toString"], {})).toEqual({});
});
