import { open, type FileHandle } from "node:fs/promises";
import { identifier, literal, type Store } from "./store.ts";

/*
 * DuckDB does not clear the memory it writes a block from: between the parts of a compressed segment lie bytes of
 * whatever was there before. They make two builds differ, and could carry away a value that was never published.
 * Where those gaps are follows from the storage format (DuckDB 1.5: src/storage/compression/*.cpp): here they are
 * found segment by segment, set to zero, and the block's checksum is computed again.
 */

const fileHeader = 3 * 4096;
const checksumBytes = 8;
const alpVector = 1024;
const bitpackingGroup = 32;

interface Segment {
  readonly type: string;
  readonly compression: string;
  readonly count: number;
  readonly block: number;
  readonly offset: number;
}

/** From and to, in bytes from the segment's start. */
type Gap = readonly [from: number, to: number];

/**
 * Clears the unused bytes of a detached DuckDB file written with storage version 1.0.0 in blocks of `blockSize` bytes.
 * Throws if a byte is not as expected.
 */
export async function clearGaps(store: Store, path: string, blockSize = 262_144): Promise<void> {
  const byBlock = new Map<number, Segment[]>();
  for (const segment of await segmentsOf(store, path))
    byBlock.set(segment.block, [...(byBlock.get(segment.block) ?? []), segment]);
  const file = await open(path, "r+");
  try {
    for (const [number, segments] of byBlock) {
      const block = await readBlock(file, number, blockSize);
      for (const segment of segments) clearSegment(block.subarray(checksumBytes + segment.offset), segment);
      block.writeBigUInt64LE(checksum(block), 0);
      await file.write(block, 0, blockSize, fileHeader + number * blockSize);
    }
  } finally {
    await file.close();
  }
}

async function segmentsOf(store: Store, path: string): Promise<Segment[]> {
  await store.run(`ATTACH ${literal(path)} AS written (READ_ONLY)`);
  const tables = await store.rows<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'written' ORDER BY name",
  );
  const segments = [];
  for (const { name } of tables)
    segments.push(
      ...(await store.rows<Segment>(
        `SELECT segment_type AS type, compression, count, block_id AS block, block_offset AS "offset" FROM pragma_storage_info(${literal(`written.${identifier(name)}`)}) WHERE block_id >= 0`,
      )),
    );
  await store.run("DETACH written");
  return segments.filter(({ type, compression }) => type === "VARCHAR" || compression === "ALP");
}

function clearSegment(segment: Buffer, { type, compression, count }: Segment): void {
  const kind = `${type} ${compression}`;
  const clear = ([from, to]: Gap) => {
    if (from > to || to > segment.length)
      throw new Error(`unexpected ${kind} segment: gap from ${from} to ${to}`);
    segment.fill(0, from, to);
  };
  if (compression === "ALP") clear(alpGap(segment, count));
  else if (compression === "Uncompressed") clear(textGap(segment, 8 + 4 * count));
  else if (compression === "Dictionary") {
    const [offset, entries, width] = [8, 12, 16].map((at) => segment.readUInt32LE(at)) as [
      number,
      number,
      number,
    ];
    clear(textGap(segment, offset + 4 * entries));
    clearBits(
      segment.subarray(20),
      count * width,
      Math.ceil(count / bitpackingGroup) * bitpackingGroup * width,
    );
  } else throw new Error(`unknown compression: ${kind}; expected Uncompressed, Dictionary or ALP`);
}

/** Texts are stored from the end of their dictionary backwards; offsets or indices grow towards them. */
function textGap(segment: Buffer, from: number): Gap {
  const [size, end] = [segment.readUInt32LE(0), segment.readUInt32LE(4)];
  return [from, end - size];
}

/** Vectors of 1,024 numbers grow from the front, their offsets (four bytes each) from the back. */
function alpGap(segment: Buffer, count: number): Gap {
  const vectors = Math.ceil(count / alpVector);
  const offsets = segment.readUInt32LE(0) - 4 * vectors;
  const last = segment.readUInt32LE(offsets);
  const values = count - (vectors - 1) * alpVector;
  const exceptions = segment.readUInt16LE(last + 2);
  const width = segment.readUInt8(last + 12);
  const packed = (Math.ceil(values / bitpackingGroup) * bitpackingGroup * width) / 8;
  return [last + 13 + packed + exceptions * 10, offsets];
}

function clearBits(bytes: Buffer, from: number, to: number): void {
  if (from === to) return;
  const first = from >> 3;
  bytes[first] = (bytes[first] ?? 0) & ((1 << (from & 7)) - 1);
  bytes.fill(0, first + 1, to >> 3);
}

async function readBlock(file: FileHandle, number: number, blockSize: number): Promise<Buffer> {
  const block = Buffer.alloc(blockSize);
  const { bytesRead } = await file.read(block, 0, blockSize, fileHeader + number * blockSize);
  if (bytesRead !== blockSize || block.readBigUInt64LE(0) !== checksum(block))
    throw new Error(`unexpected block ${number}: its checksum is not the one DuckDB would give`);
  return block;
}

/** DuckDB's own block checksum: every eight bytes times a constant, all of them and 5381 by exclusive or. */
function checksum(block: Buffer): bigint {
  const words = new BigUint64Array(
    block.buffer,
    block.byteOffset + checksumBytes,
    (block.length - checksumBytes) / 8,
  );
  let sum = 5381n;
  for (const word of words) sum ^= BigInt.asUintN(64, word * 0xbf58476d1ce4e5b9n);
  return sum;
}
