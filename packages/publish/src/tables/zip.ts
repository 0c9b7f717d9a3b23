import { crc32, inflateRawSync } from "node:zlib";
import { tableFault } from "./fault.ts";

/** What a field says whose value is in a Zip64 record: such entries are left to the workbook's reader. */
const ELSEWHERE = 0xffff_ffff;

/**
 * Checks every entry of a zip (a workbook is one) against its own CRC-32, so that a damaged file is refused instead
 * of being read as other figures. Throws `InputError` for a file that is no zip, is cut short or is damaged.
 * Format: PKWARE APPNOTE 4.3.
 */
export function checkZip(bytes: Uint8Array, name: string): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt32LE(0) !== 0x04034b50)
    throw tableFault({ file: name }, "not a workbook; expected an .xlsx file");
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > view.length)
    throw tableFault({ file: name }, "a truncated workbook: it breaks off before its end; download it again");
  let at = view.readUInt32LE(end + 16);
  if (at === ELSEWHERE) return;
  for (let entry = view.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    try {
      at = checkEntry(view, at);
    } catch (cause) {
      throw tableFault(
        { file: name },
        "a damaged workbook: it does not match its own checksums; download it again",
        cause,
      );
    }
  }
}

function checkEntry(view: Buffer, at: number): number {
  if (view.readUInt32LE(at) !== 0x02014b50) throw new Error("no directory entry where one should be");
  const method = view.readUInt16LE(at + 10);
  const expected = view.readUInt32LE(at + 16);
  const size = view.readUInt32LE(at + 20);
  const local = view.readUInt32LE(at + 42);
  const next = at + 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  if (size === ELSEWHERE || local === ELSEWHERE) return next;
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + size);
  if (packed.length !== size || (method !== 0 && method !== 8)) throw new Error("an entry cannot be read");
  const content = method === 0 ? packed : inflateRawSync(packed);
  if (crc32(content) !== expected) throw new Error("an entry's checksum differs");
  return next;
}
