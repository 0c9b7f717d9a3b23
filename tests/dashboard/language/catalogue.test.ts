import { describe, expect, test } from "vitest";
import { languages } from "../../../packages/dashboard/src/lib/language/languages.ts";
import { messagesOf, type Message } from "../../../packages/dashboard/src/lib/language/messages.ts";
import { english } from "../story/made-up.ts";

const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort();
const forms = (message: Message) => (typeof message === "string" ? { other: message } : message);

describe.each(languages)("the catalogue of $name", ({ tag, locale }) => {
  test("holds exactly the keys of English", async () => {
    expect(Object.keys(await messagesOf(tag)).sort()).toEqual(Object.keys(await messagesOf("en")).sort());
  });

  test("uses the slots of English in every phrase", async () => {
    const [own, en] = await Promise.all([messagesOf(tag), messagesOf("en")]);
    for (const [key, message] of Object.entries(own)) {
      const expected = slots(forms(en[key as keyof typeof en]).other);
      const actual = slots(forms(message).other);
      expect([...new Set(actual)], key).toEqual([...new Set(expected)]);
    }
  });

  test("has every plural form that the language needs", async () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(await messagesOf(tag)))
      if (typeof message !== "string") expect(Object.keys(message).sort(), key).toEqual([...needed].sort());
  });

  test("never leaves a phrase empty", async () => {
    for (const [key, message] of Object.entries(await messagesOf(tag)))
      for (const text of Object.values(forms(message))) expect(text, key).not.toBe("");
  });
});

test("the English catalogue never says victims without detected, nor any word that alarms", async () => {
  for (const [key, message] of Object.entries(await messagesOf("en")))
    for (const text of Object.values(forms(message))) {
      expect(text, key).not.toMatch(/\b(only|soared|hotspot|illegal|no data)\b/i);
      expect(
        text.replace(/(detected|identified) victims?|victims? ((was|were|are) )?detected/gi, ""),
        key,
      ).not.toMatch(/\bvictims?\b/i);
    }
});

test("say(key) refuses a slot that nobody filled", () => {
  expect(() => english.say("figure.fewer")).toThrow(
    "missing value: figure.fewer has a slot {n} that was not filled",
  );
});
