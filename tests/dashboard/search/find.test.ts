import { describe, expect, test } from "vitest";
import { languages } from "../../../packages/dashboard/src/lib/language/languages.ts";
import type { Entry } from "../../../packages/dashboard/src/lib/search/entries.ts";
import { finder } from "../../../packages/dashboard/src/lib/search/find.ts";
import { fold, words } from "../../../packages/dashboard/src/lib/search/fold.ts";
import otherWords from "../../../packages/dashboard/src/lib/search/other-words.json" with { type: "json" };

const entry = (id: string, title: string, also = "", text = ""): Entry => ({
  id,
  kind: id.startsWith("country") ? "country" : "indicator",
  title,
  also,
  text,
});

const find = finder([
  entry("country/CIV/", "Côte d’Ivoire", "CIV, CI, Кот-д’Ивуар, كوت ديفوار"),
  entry("country/KGZ/", "Kyrgyzstan", "Киргизия, Kirghizistan"),
  entry("country/MLI/", "Mali", "مالي, Малі"),
  entry("country/UKR/", "Україна", "أوكرانيا, Украина"),
  entry("indicator/victims-detected/", "Detected victims", "child victims, children"),
  entry("indicator/prosecuted/", "Persons prosecuted", "prosecutions, trials"),
  entry("indicator/victims-by-exploitation/", "Detected victims by form", "forced labour, العمل القسري"),
]);
const first = (query: string) => find(query)[0]?.id;

describe("finder(entries)", () => {
  test.each([
    ["Cote d'Ivoire", "country/CIV/"],
    ["cote divoire", "country/CIV/"],
    ["ivoire", "country/CIV/"],
    ["CÔTE", "country/CIV/"],
    ["kirgizstan", "country/KGZ/"],
    ["Kyrgzystan", "country/KGZ/"],
    ["киргизия", "country/KGZ/"],
    ["mali", "country/MLI/"],
    ["اوكرانيا", "country/UKR/"],
    ["украiна", "country/UKR/"],
    ["child victims", "indicator/victims-detected/"],
    ["victims, children", "indicator/victims-detected/"],
    ["prosecution", "indicator/prosecuted/"],
    ["labour forced", "indicator/victims-by-exploitation/"],
    ["القسرى", "indicator/victims-by-exploitation/"],
    ["عمل", "indicator/victims-by-exploitation/"],
  ])("finds what %s stands for", (query, expected) => expect(first(query)).toBe(expected));

  test("finds nothing for nothing, and nothing for what is nowhere near", () => {
    expect(find("")).toEqual([]);
    expect(find(" ?! ")).toEqual([]);
    expect(find("zzzzzz")).toEqual([]);
  });

  test("takes every sign as text", () => {
    for (const query of ["<script>", "a*b(", "\\", "\u0000", "%", "🙂", "[".repeat(500)])
      expect(() => find(query)).not.toThrow();
  });
});

test("fold(text) drops accents, vowel marks and stretching, and writes letters alike that people write alike", () => {
  expect(fold("Níger BRÉSIL")).toBe("niger bresil");
  expect(fold("الْمُكْتَشَفـــون")).toBe("المكتشفون");
  expect(fold("أإآٱ ى ة")).toBe("اااا ي ه");
  expect(fold("Её ґ п’ять")).toBe("ее г пять");
});

test("words(text) takes the Arabic article off, and French and Portuguese ones apart", () => {
  expect(words("الضحايا والأطفال للبيانات")).toEqual(["ضحايا", "اطفال", "بيانات"]);
  expect(words("l’Égypte, d'organes")).toEqual(["l", "egypte", "d", "organes"]);
});

test.each(languages)("the other words of $name are for the same things in every language", ({ tag }) => {
  const ids = Object.keys(otherWords[tag]).filter((id) => !id.startsWith("country/"));
  expect(ids.sort()).toEqual(
    Object.keys(otherWords.en)
      .filter((id) => !id.startsWith("country/"))
      .sort(),
  );
});
