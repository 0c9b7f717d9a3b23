import { mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/*
 * DuckDB reads more into a path than a path: stars, question marks and brackets match other files, a folder `area=NER`
 * becomes a column of that value, a comma ends a place to search, and a question mark sends a database's log elsewhere.
 * None of these can be escaped everywhere. So the engine is never told what a reader's folder is called: it gets a link
 * of a plain name to it.
 */
const meant = process.platform === "win32" ? /[*?[\]{}=,;]/ : /[*?[\]{}=,;\\]/;

/** Files and folders as DuckDB may be told of them: whatever they are called, it is they that are read and written. */
export interface EngineFiles {
  /** A folder of our own, with a plain name, that only this user can read; gone after `close`. */
  readonly folder: string;
  /** A path that leads to `path`; the file's own name must be plain. */
  address(path: string): string;
  /** The same as an SQL literal. */
  literal(path: string): string;
  /** `folder` itself if a database can be written there, else our own: an engine resolves links before it writes one. */
  databaseFolder(folder: string): string;
  close(): void;
}

/** Makes the folder of links. Throws where no folder for temporary files has a plain name. */
export function openEngineFiles(): EngineFiles {
  const own = mkdtempSync(join(plainTemporaryFolder(), "yeelen-"));
  const links = new Map<string, string>();

  function linkTo(folder: string): string {
    const known = links.get(folder);
    if (known !== undefined) return known;
    const link = join(own, `link-${links.size}`);
    symlinkSync(folder, link, "junction");
    links.set(folder, link);
    return link;
  }

  function address(path: string): string {
    const whole = resolve(path);
    const name = basename(whole);
    if (meant.test(name))
      throw new Error(`not a name to give an engine: ${name}; expected letters and digits`);
    return join(linkTo(dirname(whole)), name);
  }

  return {
    folder: own,
    address,
    literal: (path) => `'${address(path).replaceAll("'", "''")}'`,
    databaseFolder: (folder) => (realpathSync(folder).includes("?") ? own : folder),
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}

function plainTemporaryFolder(): string {
  const given = tmpdir();
  const plain = [given, "/tmp", "/var/tmp"].find((folder) => isPlainFolder(folder));
  if (plain !== undefined) return plain;
  throw new Error(
    `no folder for temporary files: ${given} has a character that the engine takes for a pattern; set TMPDIR to a folder without * ? [ ] { } = , ; \\`,
  );
}

function isPlainFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory() && !meant.test(realpathSync(folder)) && !meant.test(folder);
  } catch {
    return false;
  }
}
