import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

interface Result {
  bytes(): Uint8Array;
}

interface Session {
  query(text: string): string;
  queryAsync(text: string, options: { format: string }): Promise<Result>;
  queryBindAsync(text: string, params: object, options: { format: string }): Promise<Result>;
  close(): void;
}

export interface Front {
  readonly url: string;
  /** Every statement that was asked, as it came. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The real ClickHouse engine, in this process, behind as much of its HTTP interface as the official client uses. */
export async function clickhouseFront(): Promise<Front> {
  const { Session } = (await import("chdb" as string)) as { Session: new (folder: string) => Session };
  const folder = await mkdtemp(join(tmpdir(), "yeelen-clickhouse-"));
  const session = new Session(join(folder, "store"));
  const asked: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  async function answer(url: URL, body: Buffer): Promise<Uint8Array> {
    const query = url.searchParams.get("query");
    const text = (query ?? body.toString()).trim();
    asked.push(text);
    const params = Object.fromEntries(
      [...url.searchParams].flatMap(([name, value]) =>
        name.startsWith("param_") ? [[name.slice(6), value]] : [],
      ),
    );
    for (const [name, value] of url.searchParams)
      if (/^(join_use_nulls|cast_keep_nullable|output_format_arrow_\w+)$/.test(name))
        session.query(`SET ${name} = '${value.replaceAll("'", "")}'`);
    if (query !== null && /^INSERT/i.test(query)) return insert(query, body);
    const [, statement = "", format = "CSV"] = /^([\s\S]*?)(?:\s+FORMAT\s+(\w+))?$/.exec(text) ?? [];
    const result = Object.keys(params).length
      ? await session.queryBindAsync(statement, params, { format })
      : await session.queryAsync(statement, { format });
    return result.bytes();
  }

  async function insert(query: string, body: Buffer): Promise<Uint8Array> {
    const [, table, format] = /^INSERT INTO (\S+) FORMAT (\w+)$/i.exec(query.trim()) ?? [];
    const file = join(folder, randomUUID());
    await writeFile(file, body);
    await session.queryAsync(`INSERT INTO ${table} SELECT * FROM file('${file}', '${format}')`, {
      format: "CSV",
    });
    return new Uint8Array();
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://front");
    void buffer(request).then((body) => {
      turn = turn.then(() =>
        answer(url, body).then(
          (bytes) => response.writeHead(200).end(bytes),
          (error: Error) =>
            response
              .writeHead(400, { "X-ClickHouse-Exception-Code": "62" })
              .end(`Code: 62. DB::Exception: ${error.message}`),
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await turn;
      session.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
