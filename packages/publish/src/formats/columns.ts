import { csvColumns } from "./csv.ts";

/** What a column of `observations.csv` holds, for every description of it. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly title: string;
  readonly description: string;
}

const described: Readonly<Record<string, readonly [title: string, description: string]>> = {
  dataset: ["Dataset", "Identifier of the dataset."],
  indicator: ["Indicator", "What is counted; see the list of indicators."],
  area: ["Country", "ISO 3166-1 alpha-3 code of the country that reports."],
  period: ["Year", "Calendar year."],
  sex: ["Sex", "T total, F female, M male, O other, U unknown."],
  age: ["Age", "T total, LT18 0 to 17 years, GE18 18 years or over, U unknown."],
  exploitation: ["Form of exploitation", "T total; SEX, LABOUR, ORGAN, OTHER, U unknown."],
  counterpart: [
    "Counterpart country",
    "ISO 3166-1 alpha-3 code, T total, or a group that is not one country.",
  ],
  value: ["Value", "The figure. Empty where there is none: column absence says why. Zero is a figure."],
  low: [
    "Lowest possible value",
    "Lower end of the range that a suppressed figure was published as; else the value.",
  ],
  high: [
    "Highest possible value",
    "Upper end of the range that a suppressed figure was published as; else the value.",
  ],
  absence: [
    "Why there is no value",
    "suppressed, not-reported, not-collected, not-applicable, pending, conflicting or counted-elsewhere; empty where there is a value.",
  ],
  note: ["Note", "A remark on this figure."],
};

/** Every column of `observations.csv`, in order. */
export const columnDescriptions: readonly ColumnDescription[] = csvColumns.map((name) => {
  const code = name.replace(/_label$/, "");
  const [title, description] = described[code] ?? [code, ""];
  if (name !== code)
    return {
      name,
      type: "string",
      title: `${title}, in words`,
      description: `Label of the code in column ${code}, in English.`,
    };
  return { name, type: typeOf(name), title, description };
});

function typeOf(name: string): ColumnDescription["type"] {
  if (name === "period") return "integer";
  return ["value", "low", "high"].includes(name) ? "number" : "string";
}
