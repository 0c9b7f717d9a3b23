import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog } from "@yeelen/query";
import { describe, expect, test } from "vitest";
import {
  textsOf,
  translate,
  translateAsked,
  translationsOf,
  type Translations,
} from "../../../packages/dashboard/src/lib/language/catalogue.ts";
import { englishTexts, indicators } from "./english-texts.ts";

const root = join(import.meta.dirname, "../../..");
const data = join(root, "data");
const published = join(data, "published");
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), "utf8"));

/** The words of each crime as the United Nations' documents in the language have them, whatever their case endings. */
const crimes: Record<string, { trafficking: RegExp; smuggling: RegExp; detected: RegExp }> = {
  fr: { trafficking: /\btraite\b/i, smuggling: /trafic illicite/i, detected: /victimes? .*détectée/i },
  es: { trafficking: /\btrata\b/i, smuggling: /tráfico ilícito/i, detected: /víctimas? .*detectada/i },
  pt: { trafficking: /tráfico/i, smuggling: /contrabando/i, detected: /vítimas? .*detectada/i },
  ar: { trafficking: /اتجار/, smuggling: /تهريب/, detected: /مكتشَف/ },
  ru: { trafficking: /торговл/i, smuggling: /незаконн\S+ ввоз/i, detected: /выявленн/i },
  uk: { trafficking: /торгівл/i, smuggling: /незаконн\S+ ввезенн/i, detected: /виявлен/i },
};

describe.each(Object.entries(crimes))("the translations of the catalogue into %s", (language, words) => {
  const translations = json(data, "translations", `${language}.json`) as Translations;
  const pairs = Object.entries(translations);

  test("have every English text of the catalogue, and no other", () => {
    expect([...englishTexts].filter((text) => !translations[text])).toEqual([]);
    expect(Object.keys(translations).filter((text) => !englishTexts.has(text))).toEqual([]);
  });

  test("name the crime that the English names, never the other", () => {
    for (const [text, translated] of pairs) {
      if (/smuggling/i.test(text)) expect(translated).toMatch(words.smuggling);
      if (/trafficking in persons/i.test(text)) expect(translated).toMatch(words.trafficking);
      if (!/smuggling/i.test(text)) expect(translated).not.toMatch(words.smuggling);
      if (!/traffick/i.test(text)) expect(translated).not.toMatch(words.trafficking);
    }
  });

  test("call a detected victim detected", () => {
    for (const [text, translated] of pairs)
      if (/detected victim/i.test(text)) expect(translated).toMatch(words.detected);
  });

  test("keep every figure of the English text, and every slot", () => {
    for (const [text, translated] of pairs) {
      if (/\d/.test(text)) expect(missingFigures(text, translated), translated).toEqual([]);
      expect((translated.match(/\{\w+\}/g) ?? []).sort()).toEqual((text.match(/\{\w+\}/g) ?? []).sort());
    }
  });

  test("fill the slots of a note with what the answer filled in", () => {
    const form =
      translations["{count} of {all} have no value and no rank; 1 is the highest value, not the best."];
    expect(
      translate("3 of 14 have no value and no rank; 1 is the highest value, not the best.", translations),
    ).toBe(form?.replace("{count}", "3").replace("{all}", "14"));
    expect(
      translate("Share of the total over sex, age, as the source gives that total.", translations),
    ).toContain(`${translations.sex}, ${translations.age}`);
  });

  test.skipIf(!existsSync(join(published, "catalog.json")))(
    "cover every note and text beside the answers of every published indicator and measure",
    async () => {
      const catalog = await openCatalog(pathToFileURL(`${published}/`), { fetch: fetchFile });
      for (const indicator of indicators)
        for (const measure of indicator.measures)
          for (const by of [[], ...indicator.dimensions.map((dimension) => [dimension])]) {
            if (measure === "share" && by.length === 0) continue;
            const question: IndicatorQuery = {
              indicator: indicator.id,
              areas: ["all"],
              period: "latest",
              measure,
              by,
            };
            const asked = { answer: await catalog.query(question), about: await catalog.about(indicator.id) };
            const taken = translationsOf([...textsOf(indicator), asked.about.protection], translations);
            const { answer, about } = translateAsked(asked, taken);
            const left = [...answer.notes.map(({ text }) => text), about.definition, about.protection].filter(
              (text) =>
                [
                  ...asked.answer.notes.map((note) => note.text),
                  asked.about.definition,
                  asked.about.protection,
                ].includes(text),
            );
            expect(left).toEqual([]);
            expect(answer.digest).toBe(asked.answer.digest);
          }
    },
  );
});

test("the Arabic translations keep numbers of laws and decrees in their own order", () => {
  const arabic = json(data, "translations", "ar.json") as Translations;
  const numbers = Object.values(arabic).flatMap((text) => text.match(/.\d{4}-\d{3}(?:\/PM-RM)?.?/g) ?? []);
  expect(numbers.length).toBeGreaterThan(0);
  for (const number of numbers) expect(number).toMatch(/^\u2066.*\u2069$/);
});

function missingFigures(text: string, translated: string): string[] {
  const plain = translated.replace(/(\d)[.,\s\u00a0\u202f](?=\d{3}(?!\d))/gu, "$1");
  const figures = text.replace(/(\d),(?=\d{3})/g, "$1").match(/\d+/g) ?? [];
  return figures.filter((figure) => !plain.includes(figure));
}
