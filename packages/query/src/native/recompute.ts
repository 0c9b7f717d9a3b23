import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { digestRows, IntegrityError, type Answer, type AnswerRow, type Release } from "@yeelen/dataset/plain";
import { answerSql } from "../catalog/answer-sql.ts";
import { indicatorOf, scopeOf } from "../catalog/open-release.ts";
import { ask } from "../views/ask.ts";
import { checkQuestion } from "../views/check-question.ts";
import { openEngineFiles } from "./engine-files.ts";

export interface Recomputed {
  readonly equal: boolean;
  readonly digest: string;
  readonly rows: readonly AnswerRow[];
  /** What differs, one sentence; nothing where all is equal. */
  readonly difference?: string;
}

/**
 * Runs the SQL that an answer carries on the release's own Parquet files, in a fresh DuckDB, and compares every row.
 * The statement must be the one that belongs to the question: an answer from elsewhere cannot bring its own.
 * Throws `IntegrityError` for an answer of another release or a file that differs from its manifest.
 */
export async function recompute(answer: Answer, release: Release): Promise<Recomputed> {
  const { provenance } = answer;
  if (provenance.manifest !== release.manifestSha256)
    throw new IntegrityError(
      `not the answer's release: manifest ${release.manifestSha256}, expected ${provenance.manifest}`,
    );
  const question = checkQuestion(answer.query);
  const statement = answerSql(ask(question, scopeOf(release, indicatorOf(release, question.indicator))));
  if (provenance.sql !== statement)
    throw new IntegrityError(
      "not the question's SQL: the statement in provenance is another one; nothing was run",
    );
  const rows = await runOnFiles(statement, release);
  const digest = await digestRows(answer.columns, rows);
  const equal = digest === answer.digest && (await digestRows(answer.columns, answer.rows)) === digest;
  return { equal, digest, rows, ...(equal ? {} : { difference: differenceOf(answer.rows, rows) }) };
}

async function runOnFiles(statement: string, release: Release): Promise<AnswerRow[]> {
  const files = openEngineFiles();
  const instance = await DuckDBInstance.create(":memory:");
  try {
    for (const { path } of release.manifest.files.filter(({ path }) => /^[a-z]+\.parquet$/.test(path)))
      await writeFile(join(files.folder, path), await release.read(path), { mode: 0o600 });
    const connection = await instance.connect();
    await connection.run(`SET file_search_path = '${files.folder.replaceAll("'", "''")}'`);
    const reader = await connection.runAndReadAll(statement);
    connection.closeSync();
    return reader.getRowObjectsJS() as unknown as AnswerRow[];
  } finally {
    instance.closeSync();
    files.close();
  }
}

function differenceOf(given: readonly AnswerRow[], recomputed: readonly AnswerRow[]): string {
  if (given.length !== recomputed.length)
    return `${given.length} rows in the answer, ${recomputed.length} in the release`;
  const at = recomputed.findIndex((row, index) =>
    Object.entries(row).some(([name, cell]) => given[index]?.[name as keyof AnswerRow] !== cell),
  );
  return at < 0
    ? "the digest is not that of the rows"
    : `row ${at + 1}: ${JSON.stringify(given[at])} in the answer, ${JSON.stringify(recomputed[at])} in the release`;
}
