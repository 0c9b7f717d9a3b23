import { describe, expect, test } from "vitest";
import { checkZip } from "../../../packages/publish/src/tables/zip.ts";
import { glotipWorkbook } from "./run-import.ts";

const whole = glotipWorkbook(
  Array.from({ length: 50 }, (_, index) => ({ year: 1950 + index, value: String(index) })),
);

describe("checkZip", () => {
  test("checkZip(bytes, name) accepts a whole workbook", () => {
    expect(() => checkZip(whole, "a.xlsx")).not.toThrow();
  });

  test("checkZip(bytes, name) refuses a workbook cut short anywhere", () => {
    for (let length = 4; length < whole.length; length += 97)
      expect(() => checkZip(whole.subarray(0, length), "a.xlsx"), String(length)).toThrow(
        /^a\.xlsx: a truncated workbook/,
      );
  });

  test("checkZip(bytes, name) refuses a flipped bit in any entry's content", () => {
    const directory = Buffer.from(whole).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    let tried = 0;
    for (let at = 0; at < directory; at += 41) {
      if (inLocalHeader(whole, at)) continue;
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      expect(() => checkZip(flipped, "a.xlsx"), String(at)).toThrow(/^a\.xlsx: a damaged workbook/);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(20);
  });

  test("checkZip(bytes, name) refuses what is no zip", () => {
    expect(() => checkZip(new TextEncoder().encode("Iso3_code,Country"), "a.xlsx")).toThrow(
      /^a\.xlsx: not a workbook/,
    );
  });
});

/** Whether a byte is in an entry's local header or file name, which no checksum covers and the reader does not use. */
function inLocalHeader(bytes: Uint8Array, at: number): boolean {
  const view = Buffer.from(bytes);
  for (let start = 0; ;) {
    start = view.indexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]), start);
    if (start < 0 || start > at) return false;
    const length = 30 + view.readUInt16LE(start + 26) + view.readUInt16LE(start + 28);
    if (at < start + length) return true;
    start += 4;
  }
}
