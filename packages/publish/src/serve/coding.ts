import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";

/** A way of compressing that a file may be served in, and the ending of the copy beside it that holds it. */
export interface Coding {
  readonly name: "br" | "gzip";
  readonly ending: ".br" | ".gz";
  readonly compress: (content: Buffer) => Promise<Buffer>;
  /** Rejects what is longer than `limit` bytes. */
  readonly decompress: (content: Buffer, limit: number) => Promise<Buffer>;
}

/** Codings, the better one first. Brotli's higher qualities take three times as long and save two bytes of a hundred. */
export const codings: readonly Coding[] = [
  {
    name: "br",
    ending: ".br",
    compress: (content) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
        },
      }),
    decompress: (content, limit) => promisify(brotliDecompress)(content, { maxOutputLength: limit }),
  },
  {
    name: "gzip",
    ending: ".gz",
    compress: (content) => promisify(gzip)(content),
    decompress: (content, limit) => promisify(gunzip)(content, { maxOutputLength: limit }),
  },
];

/** Whether the copy of a file is there and no older than the file itself: an older one may hold other bytes. */
export async function isCurrent(copy: string, file: string): Promise<boolean> {
  const [made, from] = await Promise.all([copy, file].map((path) => stat(path).catch(() => undefined)));
  return made?.isFile() === true && from?.isFile() === true && made.mtimeMs >= from.mtimeMs;
}
