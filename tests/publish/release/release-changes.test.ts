import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, type OpenCatalog } from "@yeelen/query";
import { releaseChanges } from "@yeelen/query/native";
import { beforeAll, expect, test } from "vitest";
import { diffReleases } from "../../../packages/publish/src/release/diff.ts";
import { publishMadeUp, type Published } from "../../query/published.ts";

let published: Published;
let catalog: OpenCatalog;

beforeAll(async () => {
  published = await publishMadeUp();
  catalog = await openCatalog(published.url, { fetch: fetchFile });
}, 120_000);

test("releaseChanges(older, newer) is what `yeelen diff` lists", async () => {
  const [older, newer] = [
    await catalog.release("made-up/2019-01-01"),
    await catalog.release("made-up/2020-01-01"),
  ];
  const { standing, from, to, ...diff } = await diffReleases({
    from: join(published.folder, "made-up/2019-01-01"),
    to: join(published.folder, "made-up/2020-01-01"),
    out: published.folder,
    spill: tmpdir(),
  });
  expect([standing, from, to]).toEqual([[], older.id, newer.id]);
  expect(diff.counts.revised).toBeGreaterThan(0);
  expect(await releaseChanges(older, newer)).toEqual(diff);
});

test("releaseChanges(older, newer) refuses releases of two datasets", async () => {
  await expect(
    releaseChanges(await catalog.release("made-up"), await catalog.release("made-up-population")),
  ).rejects.toThrow("two datasets: made-up and made-up-population");
});
