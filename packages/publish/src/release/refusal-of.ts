import type { AuditReport } from "@yeelen/disclosure";

/** Names rules and how often each is broken, never a cell or a record: this line may end up in a log. */
export function refusalOf(
  name: string,
  { public: { verdict }, private: { violations } }: AuditReport,
  written: boolean,
): string {
  const rules = violations.map(({ rule, where }) => `${rule} (${where.length})`).join(", ");
  const advice = written
    ? "the private report says where"
    : "--reports <folder> writes a private report that says where";
  return `${name} is not published: the audit's verdict is ${verdict}${rules === "" ? "" : `: ${rules}`}; ${advice}`;
}
