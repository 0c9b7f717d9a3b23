import type * as Flechette from "@uwdata/flechette";
import type { SqlResult } from "../engine.ts";
import { columnsOf, kindsOf, type Kind } from "./columns.ts";

type Library = typeof Flechette;

/** A result as an Arrow IPC file. Loads its encoder when first asked for. */
export async function toArrow(result: SqlResult): Promise<Uint8Array> {
  return encode(await import("@uwdata/flechette"), result, kindsOf(result), "file");
}

/**
 * Batches, as `catalog.stream(text)` gives them, as the parts of one Arrow IPC stream (`.arrows`): the schema, a record
 * batch for each that has rows, the end. A long result never stands in memory as a whole.
 */
export async function* toArrowParts(
  batches: AsyncIterable<SqlResult>,
): AsyncGenerator<Uint8Array, void, void> {
  const library = await import("@uwdata/flechette");
  let kinds: readonly Kind[] | undefined;
  let schema = 0;
  for await (const batch of batches) {
    if (!kinds) {
      kinds = kindsOf(batch);
      const empty = encode(library, { ...batch, rows: [] }, kinds, "stream");
      schema = empty.byteLength - endOfStream.byteLength;
      yield empty.subarray(0, schema);
    }
    // each is encoded as a stream of its own, of which the schema is there already and the end comes later
    if (batch.rows.length)
      yield encode(library, batch, kinds, "stream").slice(schema, -endOfStream.byteLength);
  }
  if (kinds) yield endOfStream.slice();
}

const endOfStream = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

function encode(
  library: Library,
  { columns, rows }: SqlResult,
  kinds: readonly Kind[],
  format: "file" | "stream",
): Uint8Array {
  const types = {
    boolean: library.bool(),
    int32: library.int32(),
    int64: library.int64(),
    double: library.float64(),
    text: library.utf8(),
  };
  const table = library.tableFromColumns(
    columnsOf(columns, rows, kinds).map(({ name, kind, cells }) => [
      name,
      library.columnFromArray([...cells], types[kind]),
    ]),
  );
  const bytes = library.tableToIPC(table, { format });
  if (!bytes) throw new Error("cannot write Arrow: the encoder gave no bytes");
  return bytes;
}
