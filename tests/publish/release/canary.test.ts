import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { Decompress } from "fzstd";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findImporter } from "../../../packages/publish/src/import/importers.ts";
import { runImport } from "../import/run-import.ts";
import { sampleFiles, type SampleFile } from "../import/sample-files.ts";
import { filesUnder, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

const canary = "Kanarienvogel7f3a";
const projectData = fileURLToPath(new URL("../../../data", import.meta.url));
const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

/** A published file's bytes and all that is compressed in it. */
function layers(path: string, bytes: Buffer): Buffer[] {
  if (path.endsWith(".xlsx"))
    return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))];
  if (path.endsWith(".parquet")) return [bytes, ...zstdFrames(bytes)];
  return [bytes];
}

function zstdFrames(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = bytes.indexOf(zstdMagic); at >= 0; at = bytes.indexOf(zstdMagic, at + 1)) {
    const stream = new Decompress((chunk) => void frames.push(Buffer.from(chunk)));
    try {
      stream.push(bytes.subarray(at), true);
    } catch {
      // what follows a frame is Parquet's own: the frame has been read by then
    }
  }
  return frames;
}

async function holding(place: string, token: string): Promise<string[]> {
  const files = await filesUnder(place);
  const found = [...files].filter(([path, bytes]) =>
    [Buffer.from(path), ...layers(path, bytes)].some((layer) =>
      layer.toString("latin1").toLowerCase().includes(token.toLowerCase()),
    ),
  );
  return found.map(([path]) => path);
}

/**
 * The sample with a further row for each raw column that has the token there, and a further column. Of microdata, as
 * many rows as a group must have, or none of them would be taken.
 */
function withCanaries({ source, header, rows, pack }: SampleFile): Uint8Array {
  const times = source === "ctdc-kanon" ? 11 : 1;
  const last = rows.at(-1) ?? [];
  const marked = header.flatMap((_, index) =>
    new Array(times).fill(last.map((cell, at) => (at === index ? canary : cell))),
  );
  const another = [...last, canary];
  return pack(
    [[...header, canary], ...rows, ...marked, another].map((row) =>
      Array.from({ length: header.length + 1 }, (_, at) => row[at] ?? ""),
    ),
  );
}

async function importInto(data: string, sample: SampleFile): Promise<void> {
  const raw = await temporaryFolder();
  const { code, stderr } = await runImport(sample.source, sample.name, withCanaries(sample), {
    release: sample.release,
    folder: raw.folder,
  });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const { id } = findImporter(sample.source);
  const place = join(data, "sources", id);
  await mkdir(join(data, "sources"), { recursive: true });
  await rename(join(raw.folder, "out"), place);
  await raw.remove();
  await writeFile(
    join(place, "dataset.json"),
    readFileSync(join(projectData, "sources", id, "dataset.json")),
  );
  await writeFile(join(place, "README.txt"), canary);
  await mkdir(join(data, "indicators"), { recursive: true });
  for (const name of await readdir(join(projectData, "indicators"))) {
    const text = readFileSync(join(projectData, "indicators", name), "utf8");
    if (JSON.parse(text).dataset === id) await writeFile(join(data, "indicators", name), text);
  }
}

describe("yeelen publish", () => {
  test.each(sampleFiles.filter(({ source }) => source !== "response-events"))(
    "lets a token in any raw column of $source into no byte of a release, in no layer of compression",
    async (sample) => {
      const data = join(folder, canary, "data");
      await importInto(data, sample);
      const population = sampleFiles.find(({ source }) => source === "un-wpp");
      const config = JSON.parse(
        readFileSync(join(data, "sources", findImporter(sample.source).id, "dataset.json"), "utf8"),
      );
      if (config.population && population) await importInto(data, population);
      const { code, stderr } = await yeelen(join(folder, canary), "publish", "--out", join(folder, "out"));
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(await holding(join(folder, "out"), canary)).toEqual([]);
    },
  );

  test("would show the token if it were there: a note is found in every format that has notes", async () => {
    await writeData(folder);
    const path = join(folder, "data/sources/made-register/observations.csv");
    await writeFile(path, readFileSync(path, "utf8").replace("a remark", canary));
    await yeelen(folder, "publish", "made-register", "--out", "out");
    const found = (await holding(join(folder, "out"), canary)).map((name) => name.split("/").at(-1));
    for (const ending of ["csv", "parquet", "arrow", "duckdb", "xlsx"])
      expect(found).toContain(`observations.${ending}`);
    expect(found).toHaveLength(5);
  });

  test("keeps the folder's path, the user's name and the day out of every file", async () => {
    await writeData(join(folder, canary));
    await yeelen(join(folder, canary), "publish", "--out", join(folder, "out"));
    for (const token of [canary, folder.split("/").at(-1) ?? "", new Date().toISOString().slice(0, 10)])
      expect(await holding(join(folder, "out"), token), token).toEqual([]);
  });
});
