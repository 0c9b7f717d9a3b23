import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";

/**
 * Writes `files` into the folder `out`, keeping what else is there: all is made in a temporary folder beside it,
 * which then takes its place. On any error `out` stays as it was. `moves` renames files within the folder first.
 */
export function replaceFolder(
  out: string,
  files: ReadonlyMap<string, string>,
  moves: ReadonlyMap<string, string> = new Map(),
): void {
  const parent = dirname(out);
  let made: string | null = null;
  try {
    mkdirSync(parent, { recursive: true });
    made = mkdtempSync(join(parent, `.${basename(out)}-`));
    const next = join(made, "next");
    if (existsSync(out)) cpSync(out, next, { recursive: true, errorOnExist: true, force: false });
    mkdirSync(next, { recursive: true });
    for (const [from, to] of moves) {
      mkdirSync(dirname(join(next, to)), { recursive: true });
      renameSync(join(next, from), join(next, to));
    }
    for (const [name, text] of files) writeFileSync(join(next, name), text);
    swap(next, out, join(made, "last"));
  } catch (cause) {
    throw new InputError(`cannot write: ${out}: ${(cause as Error).message}; nothing was changed`, { cause });
  } finally {
    if (made !== null) rmSync(made, { recursive: true, force: true });
  }
}

function swap(next: string, out: string, last: string): void {
  if (!existsSync(out)) return renameSync(next, out);
  renameSync(out, last);
  try {
    renameSync(next, out);
  } catch (cause) {
    renameSync(last, out);
    throw cause;
  }
}
