import type { SqlResult } from "../engine.ts";
import { QuestionError } from "../views/question-error.ts";
import { quote } from "./sql.ts";

// the engine takes these for blanks, outside of quotes and within the names of functions alike; its tokenizer does not
const blanks = /[\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/**
 * A reader's text as a source of rows: `query()` takes a single SELECT and nothing else, and decides so with the
 * engine's own parser; what the statement may call is for `checkSerialized` or `checkTokens` to say first.
 * Throws `QuestionError` for what is no text of a statement.
 */
export function readOnlySource(text: string): string {
  if (typeof text !== "string" || !text.trim() || text.length > 100_000 || text.includes("\0"))
    throw new QuestionError("sql", text, "one SELECT statement of at most 100000 characters");
  const [blank] = blanks.exec(text) ?? [];
  if (blank) {
    const code = blank.charCodeAt(0);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    throw new QuestionError("sql", name, `plain spaces; within a text write chr(${code})`);
  }
  return `query(${quote(text)})`;
}

/** Gives names and types of the columns, a row each; nothing is run. */
export function describeSql(source: string): string {
  return `DESCRIBE SELECT * FROM ${source}`;
}

// these are alike in every build of the engine; all others it writes out itself, so that no two builds differ
const asTheyAre = /^(BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|FLOAT|DOUBLE|VARCHAR|"NULL")$/;

/** At most `rowLimit` + 1 rows of the source, each column as a truth value, a number or text. */
export function selectSql(source: string, columns: SqlResult["columns"], rowLimit: number): string {
  const limit = `LIMIT ${quote(rowLimit + 1)}`;
  if (columns.every(({ type }) => castOf(type) === undefined)) return `SELECT * FROM ${source} ${limit}`;
  const places = columns.map((_, index) => `c${index}`);
  const cells = columns.map(({ type }, index) => {
    const cast = castOf(type);
    return cast ? `CAST(c${index} AS ${cast})` : `c${index}`;
  });
  return `SELECT ${cells.join(", ")} FROM ${source} AS source(${places.join(", ")}) ${limit}`;
}

function castOf(type: string): string | undefined {
  if (/^DECIMAL\(\d+,\d+\)$/.test(type)) return "DOUBLE";
  return asTheyAre.test(type) ? undefined : "VARCHAR";
}
