import type { TableRequest } from "./collect.ts";
import { cellFault, tableFault } from "./fault.ts";
import { csvRows } from "./csv.ts";

/**
 * Text of a table's bytes: UTF-8, with or without its byte order mark, or UTF-16 with one. Throws `InputError` for
 * every other encoding, and for what is no text.
 */
export function decodeTable(
  bytes: Uint8Array,
  file: string,
  { confidential = false }: Pick<TableRequest, "confidential"> = {},
): string {
  refuseOtherKinds(bytes, file);
  const text = wideText(bytes) ?? narrowText(bytes, file, confidential);
  if (/^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(text.slice(0, 400)))
    throw tableFault({ file }, "a web page, not a table; download the file itself again");
  if (text.trim() === "")
    throw tableFault({ file }, "the file is empty; expected a header row and figures below it");
  return text;
}

const kinds: readonly (readonly [name: string, advice: string, start: readonly number[]])[] = [
  ["an old workbook (.xls)", "save it as .xlsx or as CSV UTF-8", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a zip or a workbook", "unpack it, or give a workbook its name, .xlsx", [0x50, 0x4b]],
  ["packed (gzip)", "unpack it", [0x1f, 0x8b]],
  ["a PDF", "give the table it was made from, as CSV UTF-8 or .xlsx", [0x25, 0x50, 0x44, 0x46]],
];

function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  const kind = kinds.find(([, , start]) => start.every((byte, at) => bytes[at] === byte));
  if (kind) throw tableFault({ file }, `${kind[0]}; expected comma-separated text; ${kind[1]}`);
}

/** Excel's "Unicode text" is UTF-16 and says so in its first two bytes. */
function wideText(bytes: Uint8Array): string | null {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!little && !big) return null;
  return new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes);
}

function narrowText(bytes: Uint8Array, file: string, confidential: boolean): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // told below, with the row
  }
  throw wrongEncoding(bytes, file, confidential);
}

function wrongEncoding(bytes: Uint8Array, file: string, confidential: boolean): Error {
  const expected = "UTF-8 text; save it again as CSV UTF-8";
  const odd = /[\uFFFD\0]/;
  try {
    const rows = csvRows(new TextDecoder().decode(bytes), file, ",");
    const found = rows.find(({ cells }) => cells.some((cell) => odd.test(cell)));
    const cell = found?.cells.find((each) => odd.test(each));
    if (found && confidential)
      return tableFault({ file, row: found.row }, `not UTF-8 text; expected ${expected}`);
    if (found && cell !== undefined)
      return cellFault({ file, row: found.row }, cell.replaceAll("\0", "\uFFFD"), expected);
  } catch {
    // a file of other bytes need not be a table at all
  }
  return tableFault({ file }, `not UTF-8 text; expected ${expected}`);
}
