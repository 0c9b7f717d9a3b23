import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface RangeHost {
  readonly origin: string;
  /** Every request answered: its path, the first byte and how many were sent. */
  readonly sent: { path: string; from: number; bytes: number }[];
  /** How many answers had been sent each time the page asked for `/mark`. */
  readonly marks: number[];
  /** Whether parts of files are served. */
  ranges: boolean;
  headers: Record<string, string>;
  /** Files that the host does not hold, with the status it says so with. */
  missing: { path: RegExp; status: 404 | 410 } | undefined;
  /** The byte to flip in answers for this path, as a position in the file. */
  flip: { path: string; at: number } | undefined;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** A static host that serves parts of files, as web servers and CDNs do, and that a test can make worse. */
export async function rangeHost(folders: Readonly<Record<string, string>>): Promise<RangeHost> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    if (path === "/") {
      response
        .writeHead(200, { "Content-Type": "text/html", ...state.headers })
        .end('<!doctype html><meta charset="utf-8"><script type="module" src="/page/page.js"></script>');
      return;
    }
    if (path === "/mark") {
      state.marks.push(state.sent.length);
      response.writeHead(204).end();
      return;
    }
    if (state.missing?.path.test(path)) {
      response.writeHead(state.missing.status, state.headers).end();
      return;
    }
    const [prefix = "", folder] = Object.entries(folders).find(([prefix]) => path.startsWith(prefix)) ?? [];
    const file = folder && join(folder, normalize(path.slice(prefix.length)));
    const size = file
      ? await stat(file).then(
          (found) => found.size,
          () => -1,
        )
      : -1;
    if (!file || size < 0) {
      response.writeHead(404).end();
      return;
    }
    const range = state.ranges ? /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") : null;
    const from = range ? Number(range[1]) : 0;
    const to = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    response.writeHead(range ? 206 : 200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Length": to - from + 1,
      "Cache-Control": "no-store",
      ...(state.ranges ? { "Accept-Ranges": "bytes" } : {}),
      ...(range ? { "Content-Range": `bytes ${from}-${to}/${size}` } : {}),
      ...state.headers,
    });
    if (request.method === "HEAD") {
      state.sent.push({ path, from, bytes: 0 });
      response.end();
      return;
    }
    state.sent.push({ path, from, bytes: to - from + 1 });
    let position = from;
    for await (const chunk of createReadStream(file, { start: from, end: to })) {
      const bytes = chunk as Buffer;
      const at = state.flip?.path === path ? state.flip.at - position : -1;
      if (at >= 0 && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 1;
      position += bytes.length;
      if (!response.write(bytes)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const state: RangeHost = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: [],
    marks: [],
    ranges: true,
    headers: {},
    missing: undefined,
    flip: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return state;
}
