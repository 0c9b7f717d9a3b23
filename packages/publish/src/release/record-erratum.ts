import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { readCatalog, withErratum, writeCatalog } from "./catalog.ts";
import { Errata } from "./errata.ts";
import { readJson } from "./read-json.ts";

export interface ErratumRequest {
  /** `<dataset>/<release>`. */
  readonly release: string;
  readonly status: "superseded" | "withdrawn";
  readonly reason: string;
  readonly date: string;
  readonly by?: string;
  /** Folder of the catalogue. */
  readonly out: string;
  /** Folder whose `sources/<dataset>/errata.json` keeps the erratum for the next build, where there is such a folder. */
  readonly data: string;
}

/**
 * Says in the catalogue that a release is superseded or withdrawn, and beside the dataset's sources, so that a
 * catalogue built anew says it too. Returns the files written. Throws `InputError` for a release that is not listed.
 */
export async function recordErratum(request: ErratumRequest): Promise<string[]> {
  const [dataset, release, ...rest] = request.release.split("/");
  if (!dataset || !release || rest.length > 0)
    throw new InputError(
      `unknown release: ${request.release}; expected <dataset>/<release> such as unodc-glotip/2023-05-30`,
    );
  const parsed = Errata.safeParse([entry(release, request)]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`erratum: field ${String(issue?.path.at(-1))}: ${issue?.message}`);
  }
  const [erratum] = parsed.data;
  if (!erratum) throw new Error("an erratum went missing");
  const catalog = withErratum(await readCatalog(request.out), dataset, erratum);
  const written = [join(request.out, "catalog.json")];
  const place = join(request.data, "sources", dataset);
  if (existsSync(place)) {
    const path = join(place, "errata.json");
    const errata = existsSync(path) ? await readJson(path, Errata, `sources/${dataset}/errata.json`) : [];
    const others = errata.filter((other) => other.release !== release);
    await writeFile(`${path}.new`, `${JSON.stringify([...others, erratum], null, 2)}\n`);
    await rename(`${path}.new`, path);
    written.push(path);
  }
  await writeCatalog(request.out, catalog);
  return written;
}

function entry(release: string, { status, reason, date, by }: ErratumRequest) {
  return { release, status, reason, date, ...(by === undefined ? {} : { by: by.split("/").at(-1) }) };
}
