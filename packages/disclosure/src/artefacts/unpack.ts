import type { PublishedFile } from "./findCanaries.ts";

/**
 * The entries of a zip file (a spreadsheet is one) or the content of a gzip file, as far as they can be read; nothing
 * for other files. Archives within archives are opened too.
 */
export async function unpack({ path, bytes }: PublishedFile, depth = 0): Promise<PublishedFile[]> {
  if (depth > 3) return [];
  const inner: PublishedFile[] = [];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    inner.push({ path: `${path}!gzip`, bytes: await inflate(bytes, "gzip") });
  } else if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    inner.push(...(await zipEntries(path, bytes)));
  }
  const deeper = await Promise.all(inner.map((file) => unpack(file, depth + 1)));
  return [...inner, ...deeper.flat()];
}

// Local headers say where entries begin; the central directory at the end says how long they are.
async function zipEntries(path: string, bytes: Uint8Array): Promise<PublishedFile[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: PublishedFile[] = [];
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (local + 30 > bytes.length) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.slice(start, start + packed);
    entries.push({
      path: `${path}!${name}`,
      bytes: method === 8 ? await inflate(content, "deflate-raw") : content,
    });
    at += 45 + nameLength;
  }
  return entries;
}

async function inflate(bytes: Uint8Array, format: "gzip" | "deflate-raw"): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
