import { readFile } from "node:fs/promises";
import { en } from "@yeelen/charts";
import { describe, expect, test } from "vitest";
import { lineModel } from "@yeelen/charts/line";
import { answerOf } from "../../stories/cases/case.ts";
import { detected, totals } from "../../stories/cases/detected.ts";
import type { Messages } from "@yeelen/charts";

const languages = ["fr", "es", "pt", "ar", "ru", "uk"];

async function read(language: string): Promise<Messages> {
  const url = new URL(`../../packages/charts/src/messages/${language}.json`, import.meta.url);
  return JSON.parse(await readFile(url, "utf8")) as Messages;
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}

describe.each(languages)("messages in %s", (language) => {
  test.each(["text", "words", "areas"] as const)(
    "%s: no key is missing and none is too many",
    async (part) => {
      expect(Object.keys((await read(language))[part]).sort()).toEqual(Object.keys(en[part]).sort());
    },
  );

  test("codes: none is missing", async () => {
    const { codes } = await read(language);
    for (const dimension of ["sex", "age", "exploitation", "counterpart"] as const)
      expect(Object.keys(codes[dimension]).sort()).toEqual(Object.keys(en.codes[dimension]).sort());
  });

  test("every message has the holes of the English one", async () => {
    const messages = await read(language);
    for (const part of ["text", "words"] as const)
      for (const [key, message] of Object.entries(messages[part])) {
        const english = Object.entries(en[part]).find(([name]) => name === key)?.[1] ?? "";
        const expected = holes(typeof english === "string" ? english : (english.other ?? ""));
        for (const [form, text] of typeof message === "string" ? [["", message]] : Object.entries(message)) {
          const found = holes(text ?? "").filter((name) => !(key === "shortYear" && name === "full"));
          const optional = ["zero", "one", "two"].includes(form ?? "") || key === "shortYear";
          if (optional) expect(expected, `${key} ${form}`).toEqual(expect.arrayContaining(found));
          else expect(found, `${key} ${form}`).toEqual(expected);
        }
      }
  });

  test("plural messages and units have every form the language has", async () => {
    const messages = await read(language);
    const { pluralCategories } = new Intl.PluralRules(messages.locale).resolvedOptions();
    const needed = pluralCategories.filter(
      (form) => form !== "many" || !["fr", "es", "pt"].includes(language),
    );
    const plurals = [...Object.values(messages.words), ...Object.values(messages.units)];
    for (const message of plurals)
      if (typeof message !== "string") expect(Object.keys(message)).toEqual(expect.arrayContaining(needed));
  });

  test("describes Mali with its own numerals, and leaves no hole", async () => {
    const messages = await read(language);
    const answer = answerOf(
      { indicator: "victims-detected", areas: ["MLI"], period: [2007, 2022] },
      { MLI: totals.MLI },
      detected,
    );
    const model = lineModel(answer, detected, { messages });
    const number = new Intl.NumberFormat(messages.locale).format(277);
    for (const text of [
      model.title,
      model.subtitle,
      model.description,
      ...model.legend.map((entry) => entry.text),
    ])
      expect(text).not.toMatch(/[{}]|undefined/);
    expect(model.description).toContain(number);
    expect(model.title).toContain(messages.areas["MLI"] ?? "?");
  });

  test("names the units and titles that the figures have", async () => {
    const { units, indicators } = await read(language);
    expect(Object.keys(units)).toContain("detected-victims");
    expect(Object.keys(indicators)).toContain("victims-detected");
  });
});

test("Russian says one, few and many detected victims in their own forms", async () => {
  const messages = await read("ru");
  const said = [21, 22, 25].map((count) => {
    const answer = answerOf(
      { indicator: "victims-detected", areas: ["MLI"], period: [2018, 2018] },
      { MLI: String(count) },
      detected,
    );
    return lineModel(answer, detected, { messages }).description;
  });
  expect(said[0]).toContain("21 выявленная жертва");
  expect(said[1]).toContain("22 выявленные жертвы");
  expect(said[2]).toContain("25 выявленных жертв");
});

test("English words follow the rules: detected victims, not reported, never <5, only, hotspot, illegal", () => {
  const all = JSON.stringify({ text: en.text, words: en.words, codes: en.codes });
  expect(all).not.toMatch(/<\d|\bonly\b|soar|hotspot|illegal|no data/i);
  for (const [, before] of all.matchAll(/(\w+) victims/gi)) expect(before).toMatch(/detected|identified/i);
});
