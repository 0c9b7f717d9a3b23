import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");

/** The questions that docs/query.md teaches, with the sentence above each. */
export const sqlQuestions: readonly { readonly title: string; readonly sql: string }[] = [
  ...text.matchAll(/\n([^\n]+\?)\n\n```sql\n([\s\S]*?)```/g),
].map(([, title = "", sql = ""]) => ({ title, sql }));
