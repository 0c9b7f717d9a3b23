import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Source } from "@yeelen/dataset";
import { InputError } from "../errors.ts";

/**
 * What must move within `out` before `release` is written there: the files of an older release go to
 * `earlier/<release>`, so that none is lost. Throws `InputError` where `out` holds a newer release, which an older
 * file must not replace.
 */
export function makeRoom(out: string, release: string): ReadonlyMap<string, string> {
  const path = join(out, "source.json");
  if (!existsSync(path)) return new Map();
  const present = releaseIn(path);
  if (present === null || present === release) return new Map();
  if (present > release)
    throw new InputError(
      `older release: ${out} holds release ${present}, newer than ${release}; write to ${join(out, "earlier", release)} instead`,
    );
  return new Map(
    readdirSync(out, { withFileTypes: true })
      .filter((entry) => entry.isFile() && (entry.name === "source.json" || entry.name.endsWith(".csv")))
      .map(({ name }) => [name, join("earlier", present, name)]),
  );
}

function releaseIn(path: string): string | null {
  try {
    const parsed = Source.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data.release : null;
  } catch {
    return null;
  }
}
