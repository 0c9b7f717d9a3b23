/** Examples of the page, in order: the first and the last are its own, those between are the questions of docs/query.md. */
export const exampleIds = [
  "totals",
  "newest",
  "gaps",
  "rate",
  "children",
  "bounds",
  "citizens",
  "justice",
  "differ",
  "hidden",
  "files",
  "incidents",
] as const;

export type ExampleId = (typeof exampleIds)[number];

const own: Readonly<Record<string, string>> = {
  totals: `SELECT area, period, value, low, high, absence
FROM observations
WHERE indicator = 'victims-detected'
  AND sex = 'T' AND age = 'T' AND area = 'MLI'
ORDER BY period`,
  incidents: `SELECT period, route, count(*) AS incidents, sum(CAST(dead_or_missing AS INTEGER)) AS dead_or_missing
FROM incidents
GROUP BY ALL
ORDER BY period, route`,
};

/** The statement of every example; `guide` is the text of docs/query.md. */
export function sqlExamples(guide: string): readonly { readonly id: ExampleId; readonly sql: string }[] {
  const taught = [...guide.matchAll(/\n[^\n]+\?\n\n```sql\n([\s\S]*?)```/g)].map(([, sql = ""]) =>
    sql.trim(),
  );
  return exampleIds.map((id, index) => {
    const sql = own[id] ?? taught[index - 1];
    if (sql === undefined)
      throw new Error(`no statement: docs/query.md has ${taught.length} questions, not one for ${id}`);
    return { id, sql };
  });
}
