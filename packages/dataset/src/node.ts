import { readFile } from "node:fs/promises";

/** `fetch` for `file:` addresses in Node, where the built-in one refuses them; everything else goes to the built-in. */
export const fetchFile: typeof globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (url.protocol !== "file:") return fetch(input, init);
  try {
    return new Response(new Uint8Array(await readFile(url)));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT")
      return new Response(null, { status: 404, statusText: "no such file" });
    throw new Error(`cannot read ${url.pathname}: ${(cause as Error).message}`, { cause });
  }
};
