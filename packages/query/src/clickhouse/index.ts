import type { AnswerRow } from "@yeelen/dataset/plain";
import type { Engine } from "../engine.ts";
import { clickhouse, questionSql } from "../sql/question-sql.ts";
import { toClickHouse } from "../sql/sql.ts";
import { tablesIn } from "./tables.ts";

export { loadRelease, type LoadClient, type LoadOptions } from "./load.ts";

/** As much of the official clients (`@clickhouse/client`, `@clickhouse/client-web`) as a question needs. */
export interface QueryClient {
  exec(request: {
    query: string;
    query_params?: Record<string, unknown>;
    clickhouse_settings?: Record<string, string | number>;
    abort_signal?: AbortSignal;
  }): Promise<{ readonly stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> }>;
}

export interface ClickHouseOptions {
  /** Made by `createClient` of either official client; the caller closes it. */
  readonly client: QueryClient;
  /** Where `yeelen publish --to clickhouse` put the releases; `yeelen` if left out. */
  readonly database?: string;
}

const settings = {
  // as SQL has it: no match is NULL, and a cast keeps it
  join_use_nulls: 1,
  cast_keep_nullable: 1,
  output_format_arrow_string_as_string: 1,
  output_format_arrow_compression_method: "none",
  readonly: 2,
};

/** The same questions, asked of a ClickHouse cluster over HTTP: values bound, Arrow back. */
export function clickhouseEngine({ client, database = "yeelen" }: ClickHouseOptions): Engine {
  return {
    name: "clickhouse",
    refuses: () => undefined,
    async answer({ asked, release }, { signal }) {
      const { text, values } = toClickHouse(questionSql(asked, tablesIn(release, database), clickhouse));
      const { stream } = await client
        .exec({
          query: `${text}\nFORMAT ArrowStream`,
          query_params: values,
          clickhouse_settings: settings,
          ...(signal ? { abort_signal: signal } : {}),
        })
        .catch((cause: Error) => {
          if (!/does not exist|UNKNOWN_(TABLE|DATABASE)/.test(cause.message)) throw cause;
          throw new Error(
            `${release.id} is not in the database ${database}: load it with yeelen publish --to clickhouse`,
            { cause },
          );
        });
      return { rows: await readRows(await collect(stream)), files: [] };
    },
    close: async () => {},
  };
}

async function readRows(bytes: Uint8Array): Promise<AnswerRow[]> {
  const { tableFromIPC } = await import("@uwdata/flechette");
  const table = tableFromIPC(bytes);
  const columns = table.names.map((name, index) => ({ name: String(name), vector: table.getChildAt(index) }));
  return Array.from(
    { length: table.numRows },
    (_, row) =>
      Object.fromEntries(
        columns.map(({ name, vector }) => [name, vector.at(row) ?? null]),
      ) as unknown as AnswerRow,
  );
}

async function collect(stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
