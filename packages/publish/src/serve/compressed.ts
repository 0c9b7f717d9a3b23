import type { IncomingMessage, ServerResponse } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { setHeaders } from "./headers.ts";

type Coding = "br" | "gzip";

/** Endings of files that are text to a compressor. */
const texts = new Set([
  ".html",
  ".js",
  ".mjs",
  ".css",
  ".svg",
  ".xml",
  ".txt",
  ".json",
  ".jsonld",
  ".webmanifest",
  ".wasm",
  ".csv",
]);
/** Bytes of a file below which compressing gains nothing, and above which it would be waited for. */
const [LEAST, MOST] = [1024, 12_000_000];
/** Bytes of compressed files that are kept in memory. */
const KEPT = 64_000_000;

const codings: Readonly<Record<Coding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      },
    }),
  gzip: (content) => promisify(gzip)(content),
};

/**
 * Answers a GET for a whole text file in the coding that the reader's browser takes, as hosts do, and tells whether it
 * did; ranges, pictures, tables in Parquet and what is not there are left to others.
 */
export class Compressor {
  readonly #folder: string;
  readonly #kept = new Map<string, Promise<Buffer>>();
  #size = 0;

  constructor(folder: string) {
    this.#folder = normalize(`${folder}${sep}`);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const coding = codingOf(request);
    const file = coding && this.#fileOf(request.url ?? "/");
    if (!coding || !file) return false;
    const status = await stat(file).catch(() => undefined);
    if (!status?.isFile() || status.size < LEAST || status.size > MOST) return false;
    const version = `${status.size.toString(16)}-${status.mtimeMs.toString(16)}`;
    const body = await this.#compressed(file, version, coding);
    setHeaders(response, file);
    const tag = `W/"${version}"`;
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("ETag", tag);
    if (request.headers["if-none-match"]?.includes(tag)) {
      response.writeHead(304).end();
      return true;
    }
    response.setHeader("Content-Encoding", coding);
    response.setHeader("Content-Length", body.byteLength);
    response.writeHead(200).end(body);
    return true;
  }

  /** The file that an address names; undefined for one that is not text, or that leads out of the folder or into hidden places. */
  #fileOf(url: string): string | undefined {
    const path = pathOf(url);
    if (path === undefined || /\0|\/\./.test(path)) return undefined;
    const file = normalize(join(this.#folder, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(this.#folder) && texts.has(extname(file).toLowerCase()) ? file : undefined;
  }

  #compressed(file: string, version: string, coding: Coding): Promise<Buffer> {
    const key = `${file} ${version} ${coding}`;
    let body = this.#kept.get(key);
    if (!body) {
      body = readFile(file).then(codings[coding]);
      this.#kept.set(key, body);
      void body.then(
        ({ byteLength }) => this.#makeRoom(byteLength),
        () => this.#kept.delete(key),
      );
    }
    return body;
  }

  /** Forgets everything when there is too much of it: what is asked for again is made again. */
  #makeRoom(added: number): void {
    this.#size += added;
    if (this.#size <= KEPT) return;
    this.#kept.clear();
    this.#size = 0;
  }
}

function codingOf({ method, headers }: IncomingMessage): Coding | undefined {
  if (method !== "GET" || headers.range !== undefined) return undefined;
  const accepted = String(headers["accept-encoding"] ?? "");
  return (["br", "gzip"] as const).find((coding) =>
    accepted
      .split(",")
      .some((one) => new RegExp(`^\\s*${coding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`).test(one)),
  );
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return undefined;
  }
}
