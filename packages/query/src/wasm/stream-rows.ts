import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { SqlResult } from "../engine.ts";
import { plainRows, type ArrowTable } from "./plain-rows.ts";

/**
 * A statement's record batches as plain rows, each fetched when it is asked for. `wait` is how the engine is waited for;
 * what is left of the statement when its reader leaves is cancelled.
 */
export async function* streamRows(
  connection: AsyncDuckDBConnection,
  statement: string,
  columns: SqlResult["columns"],
  wait: <Result>(work: Promise<Result>) => Promise<Result>,
): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void> {
  const reader = await wait(connection.send(statement, true));
  let over = false;
  try {
    yield { columns, rows: [] };
    for (;;) {
      const next = await wait(reader.next());
      if (next.done) break;
      yield { columns, rows: plainRows(next.value as unknown as ArrowTable, columns) };
    }
    over = true;
  } finally {
    if (!over) await wait(connection.cancelSent()).catch(() => undefined);
  }
}
