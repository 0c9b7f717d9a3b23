import { toSvg } from "@yeelen/charts";
import { describe, expect, test } from "vitest";
import { allCases } from "../../stories/cases/all.ts";
import { comparisonCases } from "../../stories/cases/comparison.ts";
import { languages } from "./languages.ts";

/** A matrix of several indicators counts years in its cells and takes its warnings in one language: it has tests of its own. */
const compared = new Set(comparisonCases.map(({ name }) => name));
const cases = allCases.filter(({ name }) => !compared.has(name));

/** The numbers of a text as its locale writes them, read back: grouping, decimal sign and digits are the language's own. */
function numbersIn(text: string, locale: string): number[] {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345678.9);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse();
  const plain = [...text]
    .map((character) => {
      const digit = digits.indexOf(character);
      if (digit >= 0) return String(digit);
      if (character === sign("decimal")) return ".";
      return character === sign("group") || /[\u00a0\u202f]/.test(character) ? "_" : character;
    })
    .join("");
  return (plain.match(/\d+(?:_\d{3})*(?:\.\d+)?/g) ?? []).map((found) => Number(found.replaceAll("_", "")));
}

const about = (number: number) => Number(number.toPrecision(3));

describe.each(languages)("in %s", (_, messages) => {
  test.each(cases.map((one) => [`${one.kind}/${one.name}`, one] as const))(
    "%s: picture, table and words give the same numbers, read as the language writes them",
    (_, { kind, draw }) => {
      const { model, figure, file } = draw({ width: 640, messages });
      const english = draw({ width: 640 });
      const { locale } = model;
      const cells = model.table.rows.flatMap((row) => row.cells);
      const englishCells = english.model.table.rows.flatMap((row) => row.cells);

      // the table: the same exact values and reasons as in English, in whatever order names sort
      const exact = (list: typeof cells) =>
        list.map(({ value, absence }) => `${value ?? ""} ${absence ?? ""}`).sort();
      expect(exact(cells)).toEqual(exact(englishCells));
      for (const { text, value } of cells)
        if (typeof value === "number") {
          const [read = NaN, ...more] = numbersIn(text, locale);
          expect(more, text).toEqual([]);
          // shares are written in per cent, changes with a sign
          expect([about(Math.abs(value)), about(Math.abs(value) * 100)], text).toContainEqual(about(read));
        }

      // the marks: every one with a figure says what the table says
      const written = new Map(cells.map((cell) => [cell.text, cell.value ?? null]));
      for (const { text, value } of model.points)
        if (value !== null && kind !== "matrix") expect(written.get(text), text).toBe(value);

      // the words: no number that table, title, subtitle, names of columns or rows do not hold
      const words = [
        model.title,
        model.subtitle,
        ...model.table.columns,
        ...model.table.rows.flatMap((row) => [row.name, ...row.cells.map((cell) => cell.text)]),
      ];
      const known = new Set(words.flatMap((text) => numbersIn(text, locale)));
      if (kind !== "timeline" && kind !== "matrix")
        for (const number of numbersIn(model.description, locale)) expect(known).toContain(number);

      // figure and file carry both
      const page = toSvg(figure);
      for (const { value } of cells)
        if (typeof value === "number") expect(page).toContain(`value="${value}"`);
      expect(file).toContain("<desc>");
      expect(`${page}${file}`).not.toMatch(/NaN|undefined|\{\w+\}/);
    },
  );
});

test("numbersIn(text) reads Arabic, French and Russian numbers, and tells 1.192 from 1,192", () => {
  expect(numbersIn("1,192 and 0.5", "en")).toEqual([1192, 0.5]);
  expect(numbersIn("1\u202f192 et 0,5", "fr")).toEqual([1192, 0.5]);
  expect(numbersIn("12.192 y 0,5", "es")).toEqual([12192, 0.5]);
  expect(numbersIn("12\u00a0192 и 0,5", "ru")).toEqual([12192, 0.5]);
  expect(numbersIn("١٬١٩٢", "ar-EG")).toEqual([1192]);
});
