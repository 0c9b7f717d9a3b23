import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes what an audit found where its owner alone can read it; `name` is dataset/release. */
export async function writePrivateReport(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll("/", "-")}.audit.json`);
  await writeFile(path, `${text}\n`, { mode: 0o600 });
  // a report that was there keeps its mode
  await chmod(path, 0o600);
}
