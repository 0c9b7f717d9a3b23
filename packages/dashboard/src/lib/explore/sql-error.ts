/** What went wrong with a statement, and in which of its lines, counted from 1; several where the name stands in several. */
export interface SqlProblem {
  readonly text: string;
  readonly lines: readonly number[];
}

/**
 * A DuckDB error in terms of what the reader wrote. The engine marks a place in the statement around the reader's own,
 * so that mark is dropped and the line is found by the name that the message quotes.
 */
export function sqlProblem(message: string, sql: string): SqlProblem {
  const text = message.replace(/\n\s*\nLINE \d+:[\s\S]*$/, "").trim();
  return { text, lines: linesWith(quotedIn(text), sql) };
}

function quotedIn(text: string): string | undefined {
  const first = text.split("\n")[0] ?? "";
  return (/"([^"]+)"/.exec(first) ??
    /with name (\S+) does not exist/.exec(first) ??
    /string '([^']+)'/.exec(first))?.[1];
}

function linesWith(name: string | undefined, sql: string): number[] {
  if (!name) return [];
  const word = new RegExp(`(?<![\\w])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w])`, "i");
  return sql.split("\n").flatMap((line, index) => (word.test(line.replace(/--.*$/, "")) ? [index + 1] : []));
}
