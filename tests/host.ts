import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".csv": "text/csv",
  ".wasm": "application/wasm",
};

/** A file to send in place of the one on disk, or how to spoil it; null drops the connection. */
export type Spoil = (
  path: string,
  content: Buffer,
) => Buffer | string | null | Promise<Buffer | string | null>;

export interface Host {
  readonly origin: string;
  /** Every request, in order: method, path, and the headers a guest must not send. */
  readonly requests: { readonly path: string; readonly cookie: boolean; readonly referrer: boolean }[];
  /** What to send for pages that exist nowhere on disk. */
  readonly pages: Map<string, string>;
  headers: Record<string, string>;
  spoil: Spoil;
  close(): Promise<void>;
}

/** A static host of its own origin, on a free port, whose answers a test can change. Folders by the path they stand at. */
export async function host(
  folders: string | Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Host> {
  const mounts = Object.entries(typeof folders === "string" ? { "/": folders } : folders);
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    state.requests.push({
      path,
      cookie: "cookie" in request.headers,
      referrer: "referer" in request.headers,
    });
    const page = state.pages.get(path);
    try {
      const [mount = "/", folder = ""] = mounts.find(([prefix]) => path.startsWith(prefix)) ?? [];
      const file = join(
        folder,
        normalize(path.endsWith("/") ? `${path}index.html` : path).slice(mount.length - 1),
      );
      const content = page === undefined ? await readFile(file) : Buffer.from(page);
      const sent = await state.spoil(path, content);
      if (sent === null) {
        request.socket.destroy();
        return;
      }
      const type = page === undefined ? (types[extname(file)] ?? "application/octet-stream") : types[".html"];
      response.writeHead(200, { "Content-Type": type ?? "", ...state.headers }).end(sent);
    } catch {
      response.writeHead(404, state.headers).end("not found");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const state: Host = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    pages: new Map(),
    headers,
    spoil: (_, content) => content,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return state;
}
