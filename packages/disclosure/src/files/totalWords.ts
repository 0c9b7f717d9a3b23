import { plainText } from "./dateTexts.ts";

/** Codes and words that stand for a sum in the languages of this project, and in SDMX. */
const TOTALS = new Set(
  `
t _t tot total totals totales totaux totais overall altogether sum everybody everyone
ensemble somme tous toutes toutes tout
todos todas conjunto suma soma geral
المجموع مجموع الاجمالي اجمالي الكل الجميع جميع كل
итого всего все всё сумма общий общее итог
усього всього разом усі всі сума підсумок загалом
`
    .trim()
    .split(/\s+/),
);

/** Words that make any label a sum that holds them: `Total persons`, `Grand total`, `Всего по стране`. */
const TELLING = new Set(
  "total totals totaux totales totais ensemble المجموع الاجمالي итого всего усього всього разом".split(" "),
);

/** Whole labels, and beginnings of labels such as `All ages`, `Both sexes`, `Tous les âges`. */
const BEGINNINGS = /^(all|both|tous|toutes|todos|todas|ambos|ambas|كلا|جميع|كل|все|оба|обидва|усі|всі) /;
const NOT_ALL = /\b(other|others|autres?|otr[oa]s?|outr[oa]s?)\b|(^| )(други|остальн|інш|اخر)/u;

/** Whether a code is the name of a total in any language of this project. */
export function isNamedTotal(code: string): boolean {
  const label = plainText(code)
    .replace(/[()[\].,:*]/g, "")
    .trim();
  if (TOTALS.has(label)) return true;
  if (NOT_ALL.test(label)) return false;
  return BEGINNINGS.test(label) || label.split(/[\s_\-–—/]+/).some((word) => TELLING.has(word));
}
