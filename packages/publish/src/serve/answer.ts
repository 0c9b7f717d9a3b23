import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path/posix";
import send from "send";
import { compressedCopy, fileOf } from "./compressed-copy.ts";
import { setHeaders, setVersion } from "./headers.ts";

/** Answers one request for a file of `folder`, as a web host of releases and of a site should. */
export async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = "/" } = request;
  if (method === "OPTIONS") preflight(response);
  else if (method !== "GET" && method !== "HEAD")
    response.writeHead(405, { Allow: "GET, HEAD, OPTIONS" }).end();
  else {
    const path = url.replace(/[?#].*$/s, "");
    await sendFile(folder, path.endsWith("/") ? `${path}index.html` : path, request, response);
  }
}

async function sendFile(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const coding = await compressedCopy(folder, path, request);
  const suffix = coding?.ending ?? "";
  const found = response.statusCode === 200;
  send(request, `${path}${suffix}`, {
    root: folder,
    index: false,
    extensions: ["html"],
    dotfiles: "ignore",
    cacheControl: false,
    etag: false,
    lastModified: found,
    // a range that is to be continued by a weak tag may be one of other bytes
    acceptRanges: found && !request.headers["if-range"]?.toString().startsWith("W/"),
  })
    .on("headers", (_: ServerResponse, sent: string, stats) => {
      setHeaders(response, sent.slice(0, sent.length - suffix.length));
      if (coding) response.setHeader("Content-Encoding", coding.name);
      if (found) setVersion(response, stats, coding);
      else response.removeHeader("Accept-Ranges");
    })
    .on("directory", () => redirect(request, response))
    .on("error", (error: { status?: number; headers?: Record<string, string> }) => {
      if (response.headersSent) response.destroy();
      else if (error.status === 404 && found)
        void notFound(folder, path, request, response).catch(() => response.destroy());
      else refuse(error.status ?? 500, error.headers, response);
    })
    .pipe(response);
}

function refuse(status: number, headers: Record<string, string> = {}, response: ServerResponse): void {
  response.removeHeader("Content-Encoding");
  response.writeHead(status, { "Content-Length": 0, ...headers }).end();
}

/** A folder's own address ends in a slash; what the address asks for stays with it. */
function redirect({ url = "/" }: IncomingMessage, response: ServerResponse): void {
  const [, path = "", asked = ""] = /^\/*([^?#]*)([^#]*)/.exec(url) ?? [];
  response
    .writeHead(301, { Location: `/${path}/${asked}`, "Content-Length": 0, "Cache-Control": "no-cache" })
    .end();
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

/** Sends the nearest `404.html` on the way from what was asked for up to the folder, as hosts do, so in its language. */
async function notFound(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.statusCode = 404;
  response.setHeader("Access-Control-Allow-Origin", "*");
  for (let place = dirname(path); ; place = dirname(place)) {
    const page = join(place, "404.html");
    const file = fileOf(folder, page);
    if (file !== undefined && existsSync(file)) return sendFile(folder, page, request, response);
    if (place === dirname(place)) break;
  }
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" });
  response.end(request.method === "HEAD" ? undefined : "no such file\n");
}
