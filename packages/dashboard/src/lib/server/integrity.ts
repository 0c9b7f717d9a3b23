import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { widgetsFolder } from "../../../published-data.js";

/** The hash of a file that stands below `widgets/`, as an `integrity` attribute takes it. */
export async function integrityOf(file: string): Promise<string> {
  return `sha384-${createHash("sha384")
    .update(await readFile(join(widgetsFolder, file)))
    .digest("base64")}`;
}
