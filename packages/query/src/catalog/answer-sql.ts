import { parquetFiles, questionSql } from "../sql/question-sql.ts";
import { sql, toText } from "../sql/sql.ts";
import type { Asked } from "../views/ask.ts";

/** The statement that gives the answer's rows in plain DuckDB, in the folder of the release. */
export function answerSql(asked: Asked): string {
  const rows = questionSql(asked, parquetFiles);
  return toText(
    asked.limit === undefined
      ? rows
      : sql`${rows}
LIMIT ${asked.limit}`,
  );
}
