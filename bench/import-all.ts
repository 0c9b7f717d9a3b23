import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "@yeelen/dataset";
import { sources } from "../packages/publish/src/commands/import.ts";
import { middle, timeCommand, type Run } from "./command.ts";

/** One command of the way from the publishers' files to a published folder. */
export interface Step extends Run {
  readonly what: string;
}

export interface ImportOfAll {
  /** Imports in order, then the publish; medians over the passes. */
  readonly steps: readonly Step[];
  /** Sources whose file is not here: their tidy figures, made before, are published as they are. */
  readonly absent: readonly string[];
  /** Medians of the passes' sums; the most memory that any one process held. */
  readonly whole: Run;
}

interface RawFile {
  readonly source: string;
  readonly path: string;
}

const yeelen = "packages/publish/bin/yeelen.mjs";

/**
 * Imports every publisher's file below `raw` (`<source>/<release>/<file>`) into an emptied copy of `data` in `scratch`,
 * then publishes all of it, each command a process of its own. Throws when fewer releases come out than files went in.
 */
export async function importOfAll(raw: string, scratch: string, passes = 3): Promise<ImportOfAll> {
  const files = sources.flatMap(([source]) => filesOf(source, raw));
  const here = new Set(files.map(({ source }) => source));
  const runs: Step[][] = [];
  for (let pass = 0; pass < passes; pass++) {
    const data = join(scratch, `all-${pass}`);
    copyWithout(data, here);
    const steps: Step[] = [];
    for (const { source, path } of files)
      steps.push({
        what: `import of ${source}, ${path.split("/").slice(-2).join("/")}`,
        ...(await once("import", source, path, "--out", join(data, "sources", source))),
      });
    steps.push({
      what: "publish of what was imported",
      ...(await once("publish", "--data", data, "--out", join(data, "published"))),
    });
    assertComplete(join(data, "published/catalog.json"), files);
    rmSync(data, { recursive: true });
    runs.push(steps);
  }
  return {
    steps: (runs[0] ?? []).map(({ what }, index) => ({
      what,
      ...middle(runs.flatMap((steps) => steps[index] ?? [])),
    })),
    absent: sources.flatMap(([source]) => (here.has(source) ? [] : [source])),
    whole: middle(runs.map(together)),
  };
}

/** Releases of a source, the earliest first. The table written by hand is in the repository. */
function filesOf(source: string, raw: string): RawFile[] {
  if (source === "response-events") return [{ source, path: "data/response-events.csv" }];
  const folder = join(raw, source);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((release) =>
      readdirSync(join(folder, release)).map((name) => ({ source, path: join(folder, release, name) })),
    );
}

/** A copy of the data folder in which the sources to be imported have their rules and nothing else. */
function copyWithout(data: string, imported: ReadonlySet<string>): void {
  for (const name of ["concepts.json", "indicators", "translations", "sources"])
    cpSync(join("data", name), join(data, name), { recursive: true });
  for (const source of imported)
    for (const name of readdirSync(join(data, "sources", source)))
      if (name !== "dataset.json") rmSync(join(data, "sources", source, name), { recursive: true });
}

/** Commands one after the other. */
function together(steps: readonly Run[]): Run {
  const all = steps.flatMap(({ processor }) => processor ?? []);
  const peaks = steps.flatMap(({ peak }) => peak ?? []);
  return {
    wall: steps.reduce((sum, { wall }) => sum + wall, 0),
    processor: all.length ? all.reduce((sum, one) => sum + one, 0) : undefined,
    peak: peaks.length ? Math.max(...peaks) : undefined,
  };
}

function once(...args: string[]): Promise<Run> {
  return timeCommand("node", [yeelen, ...args], 1);
}

function assertComplete(path: string, files: readonly RawFile[]): void {
  const { datasets } = JSON.parse(readFileSync(path, "utf8")) as Catalog;
  for (const { source } of files) {
    const imported = files.filter((file) => file.source === source).length;
    const published = datasets.find(({ dataset }) => dataset === source)?.releases.length ?? 0;
    if (published !== imported)
      throw new Error(`${source}: ${imported} files were imported, ${published} releases published`);
  }
}
