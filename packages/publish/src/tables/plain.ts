import { open } from "node:fs/promises";

/**
 * What keeps text from being plain: a quotation mark, a carriage return, a zero byte, a row without any text. Without
 * them a file of commas is read alike by every reader, and the number of a row is that of its line.
 */
const odd = /["\r\0]|(?:^|\n)[,\s]*(?:\n|$)/;
const chunkBytes = 4 * 2 ** 20;

/** Whether a file is plain UTF-8 with a header of `isHeader`, so that an engine may stream it. */
export async function isPlain(
  path: string,
  isHeader: (names: readonly string[]) => boolean,
): Promise<boolean> {
  const file = await open(path);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const chunk = Buffer.alloc(chunkBytes);
  let rest = "";
  let first = true;
  try {
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes);
      const text = rest + decoder.decode(chunk.subarray(0, bytesRead), { stream: bytesRead > 0 });
      const end = bytesRead === 0 ? text.length : text.lastIndexOf("\n");
      const lines = text.slice(0, Math.max(0, end)).replace(/\n$/, "");
      rest = text.slice(Math.max(0, end + 1));
      if (lines !== "" || text.startsWith("\n")) {
        if (odd.test(lines)) return false;
        if (first && !isHeader(lines.slice(0, (lines.indexOf("\n") + 1 || lines.length + 1) - 1).split(",")))
          return false;
        first = false;
      }
      if (bytesRead === 0) return !first;
    }
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  } finally {
    await file.close();
  }
}
