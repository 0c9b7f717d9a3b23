/** Letters that people write in more than one way, beyond accents; Arabic final forms and Ukrainian ґ among them. */
const alike: Readonly<Record<string, string>> = {
  ى: "ي",
  ة: "ه",
  ٱ: "ا",
  ؤ: "و",
  ئ: "ي",
  ґ: "г",
  ł: "l",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ı: "i",
};

/** A text as it is compared: small letters without accents, vowel marks, stretching or apostrophes. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\u0640'’ʼ`´]/gu, "")
    .replace(/./gu, (letter) => alike[letter] ?? letter);
}

/** The words of a text as they are compared; Arabic ones without the article and what is written onto it. */
export function words(text: string): string[] {
  return fold(text.replace(/([dl])['’](?=\p{L})/giu, "$1 "))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(withoutArticle);
}

function withoutArticle(word: string): string {
  return word.replace(/^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u, "");
}
