import { existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { translationsOf, type Translations } from "@yeelen/charts/translations";
import { textPath, type CatalogText, type Manifest } from "@yeelen/dataset";
import { z } from "zod";
import { aboutIndicator } from "./build-release.ts";
import { readJson } from "./read-json.ts";

const Texts = z.record(z.string(), z.string());
const Events = z.array(z.object({ title: z.string().nullish(), detail: z.string().nullish() }));

/**
 * Writes what stands beside an indicator's figures in each language of `data/translations`, as
 * `texts/<indicator>.<language>.json` under `out`: its texts in all of the releases, with their translations. They are no
 * part of a release, since a better word for a caveat makes no new figures. `manifests` are of one or several datasets.
 * Returns what the catalogue must list of them.
 */
export async function writeTranslatedTexts(
  data: string,
  out: string,
  manifests: readonly Manifest[],
): Promise<CatalogText[]> {
  const folder = join(data, "translations");
  if (!existsSync(folder)) return [];
  const texts = new Map<string, string[]>();
  for (const manifest of manifests)
    for (const indicator of manifest.indicators) {
      const { title, definition, unit, breaks, caveats, protection } = aboutIndicator(manifest, indicator);
      const own = [title, definition, unit.one, unit.other, protection, ...caveats];
      texts.set(indicator.id, [
        ...(texts.get(indicator.id) ?? []),
        ...own,
        ...breaks.map(({ reason }) => reason),
        ...(await eventTexts(join(out, manifest.dataset, manifest.release), manifest)),
      ]);
    }
  await mkdir(join(out, "texts"), { recursive: true });
  const written: CatalogText[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()) {
    const all = await readJson(join(folder, name), Texts, `translations/${name}`);
    for (const [indicator, wanted] of texts) {
      const path = textPath(indicator, name.replace(/\.json$/, ""));
      const held: Translations = translationsOf(wanted, all);
      if (wanted.some((text) => Object.hasOwn(held, text))) {
        const content = Buffer.from(`${JSON.stringify(held)}\n`);
        await writeFile(join(out, path), content);
        const sha256 = createHash("sha256").update(content).digest("hex");
        written.push({ path, bytes: content.length, sha256 });
      } else await rm(join(out, path), { force: true });
    }
  }
  return written;
}

/** Words of events are data, and are read from the release as it was published. */
async function eventTexts(release: string, { files }: Manifest): Promise<string[]> {
  if (!files.some(({ path }) => path === "events.json")) return [];
  const events = Events.parse(JSON.parse(await readFile(join(release, "events.json"), "utf8")));
  return events.flatMap(({ title, detail }) => [title, detail].filter((text) => text != null));
}
