import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import send from "send";
import { InputError } from "../errors.ts";
import { Compressor } from "./compressed.ts";
import { setHeaders } from "./headers.ts";
import { listen, type ListenOptions } from "./listen.ts";

export interface RunningServer {
  readonly url: string;
  /** Resolves when the server has stopped. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Serves `folder` with byte ranges, compression, media types, caching and cross-origin rules. Throws `InputError` if it cannot. */
export async function serveFolder(folder: string, options: ListenOptions): Promise<RunningServer> {
  const status = await stat(folder).catch(() => undefined);
  if (!status?.isDirectory()) throw new InputError(`no such folder: ${folder}; build it first`);
  const compressor = new Compressor(folder);
  const { port, servers } = await listen(
    (request, response) => answer(folder, compressor, request, response),
    options,
  );
  const closed = Promise.all(servers.map((server) => new Promise((done) => server.once("close", done)))).then(
    () => undefined,
  );
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    closed,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      return closed;
    },
  };
}

function answer(
  folder: string,
  compressor: Compressor,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method === "OPTIONS") preflight(response);
  else if (request.method === "GET" || request.method === "HEAD")
    void compressor.answer(request, response).then(
      (done) => done || sendFile(folder, request, response),
      () => response.destroy(),
    );
  else {
    response.writeHead(405, { Allow: "GET, HEAD, OPTIONS" });
    response.end();
  }
}

function sendFile(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").replace(/[?#].*$/s, "");
  send(request, path, { root: folder, extensions: ["html"], dotfiles: "ignore", cacheControl: false })
    .on("headers", (_: ServerResponse, file: string) => setHeaders(response, file))
    .on("error", (error: { status?: number; headers?: Record<string, string> }) => {
      if (error.status === 404) notFound(folder, request.method === "HEAD", response);
      else {
        response.writeHead(error.status ?? 500, error.headers);
        response.end();
      }
    })
    .pipe(response);
}

function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match",
    "Access-Control-Max-Age": "86400",
  });
  response.end();
}

function notFound(folder: string, head: boolean, response: ServerResponse): void {
  const page = join(folder, "404.html");
  const found = existsSync(page);
  response.writeHead(404, {
    "Content-Type": found ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
  });
  if (head) response.end();
  else if (found) createReadStream(page).pipe(response);
  else response.end("no such file\n");
}
