import { codeColumn } from "../microdata/columns.ts";
import type { CodedColumn, Columns } from "../microdata/columns.ts";
import { holdsFineDates } from "./fineDates.ts";
import { missingWords, splitLabels } from "./labels.ts";
import type { RecordPolicy } from "./policy.ts";
import type { Violation } from "./report.ts";

const LONG_TEXT = 60;

/** What is wrong with single columns: undeclared, an id, free text, a fine date, one category written in several ways. */
export function columnViolations(columns: Columns, policy: RecordPolicy): Violation[] {
  const violations: Violation[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const role = policy.columns[name];
    if (role === undefined) {
      violations.push({
        rule: "undeclared-column",
        message: `the policy gives ${name} no role`,
        where: [name],
      });
      continue;
    }
    if (role === "person") continue;
    const coded = codeColumn(column);
    const words = coded.values.slice(1);
    const texts = words.filter((word): word is string => typeof word === "string");
    if (holdsFineDates(words))
      violations.push({ rule: "fine-date", message: `${name} holds dates finer than a year`, where: [name] });
    if (isIdentifier(coded, policy.k))
      violations.push({
        rule: "identifier",
        message: `${name} is different for nearly every record`,
        where: [name],
      });
    else if (texts.some((word) => word.length > LONG_TEXT))
      violations.push({
        rule: "free-text",
        message: `${name} holds text longer than ${LONG_TEXT} characters`,
        where: [name],
      });
    for (const group of splitLabels(texts))
      violations.push({
        rule: "split-category",
        message: `one category written in ${group.length} ways: ${name}`,
        where: group,
      });
    const missing = missingWords([...texts, ...(coded.codes.includes(0) ? [null] : [])]);
    if (missing.length > 1)
      violations.push({
        rule: "missing-words",
        message: `missing written in ${missing.length} ways: ${name}`,
        where: missing,
      });
  }
  return violations;
}

// As many values as records, or nearly as many: no category, whatever it is called.
function isIdentifier({ codes, values }: CodedColumn, k: number): boolean {
  const filled = codes.reduce((sum, code) => (code === 0 ? sum : sum + 1), 0);
  const distinct = values.length - 1;
  return distinct > 1 && (distinct === filled || (distinct > k && distinct * 2 > filled));
}
