import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";
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

/** A file to send in place of what is there, or how to spoil it; null drops the connection. */
export type Spoil = (
  path: string,
  content: Buffer,
) => Buffer | string | null | Promise<Buffer | string | null>;

export interface Host {
  readonly origin: string;
  /** Every request, in order: method, path, and the headers a guest must not send. */
  readonly requests: { readonly path: string; readonly cookie: boolean; readonly referrer: boolean }[];
  /** What to send for pages that exist nowhere else. */
  readonly pages: Map<string, string>;
  headers: Record<string, string>;
  spoil: Spoil;
  close(): Promise<void>;
}

interface Found {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly content: Buffer;
}

/**
 * A host of its own origin, on a free port, whose answers a test can change. What it serves, by the path that it stands
 * at: a folder, or the address of a server that it stands before, as hosts at the edge of a network do.
 */
export async function host(
  mounts: string | Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Host> {
  const sources = Object.entries(typeof mounts === "string" ? { "/": mounts } : mounts);
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    const path = decodeURIComponent(url.pathname);
    state.requests.push({
      path,
      cookie: "cookie" in request.headers,
      referrer: "referer" in request.headers,
    });
    try {
      const page = state.pages.get(path);
      const [mount = "/", source = ""] = sources.find(([prefix]) => path.startsWith(prefix)) ?? [];
      const rest = url.pathname.slice(mount.length - 1);
      const found =
        page !== undefined
          ? madeUp(path, page)
          : /^https?:/.test(source)
            ? await relayed(new URL(`${source}${rest}`), request)
            : await fileIn(source, decodeURIComponent(rest));
      const sent = found.status < 300 ? await state.spoil(path, found.content) : found.content;
      if (sent === null) request.socket.destroy();
      else response.writeHead(found.status, { ...found.headers, ...state.headers }).end(sent);
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

/** As `yeelen serve` sends a file of that name: any page may show it, and any site read it, pages aside. */
function madeUp(path: string, content: string): Found {
  const type = types[extname(path)] ?? types[".html"];
  return {
    status: 200,
    headers: {
      "Content-Type": type,
      "Cross-Origin-Resource-Policy": "cross-origin",
      ...(type !== types[".html"] && { "Access-Control-Allow-Origin": "*" }),
    },
    content: Buffer.from(content),
  };
}

async function fileIn(folder: string, path: string): Promise<Found> {
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  const content = await readFile(file);
  return {
    status: 200,
    headers: { "Content-Type": types[extname(file)] ?? "application/octet-stream" },
    content,
  };
}

const askedOf = ["range", "if-range", "if-none-match", "if-modified-since"] as const;

/** Those that speak of one connection, or of a coding that a test could not spoil. */
const notPassedOn = /^(connection|keep-alive|transfer-encoding|content-encoding|content-length|date)$/;

async function relayed(url: URL, request: IncomingMessage): Promise<Found> {
  const asked = askedOf.flatMap((name) => {
    const value = request.headers[name];
    return value === undefined ? [] : [[name, String(value)] as [string, string]];
  });
  const response = await fetch(url, {
    method: request.method ?? "GET",
    headers: { ...Object.fromEntries(asked), "accept-encoding": "identity" },
    redirect: "manual",
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !notPassedOn.test(name))),
    content: Buffer.from(await response.arrayBuffer()),
  };
}
