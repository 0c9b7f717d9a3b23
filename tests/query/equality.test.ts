import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectEqualAnswers } from "./equality.ts";
import { publishFigures, publishMadeUp, type Published } from "./published.ts";

describe.each([
  ["figures made up to hold every kind of cell", publishMadeUp, 700],
  ["the project's figures", publishFigures, 500],
] as const)("%s", (_, publish, numRuns) => {
  let published: Published | undefined;
  let catalog: OpenCatalog | undefined;
  beforeAll(async () => {
    published = await publish();
    catalog = await openCatalog(published.url, {
      fetch: fetchFile,
      engines: [viewsEngine(), nativeEngine()],
    });
  });
  afterAll(async () => {
    await catalog?.close();
  });

  test(`views and native DuckDB answer ${numRuns} questions alike, digest and notes`, async () => {
    const tally = await expectEqualAnswers(catalog as OpenCatalog, ["views", "native"], { numRuns });
    expect(tally.compared, `of ${numRuns} questions, some had no view`).toBeGreaterThan(numRuns * 0.9);
    expect(tally.rows).toBeGreaterThan(numRuns);
    expect([...tally.measures].sort()).toEqual(["change", "index", "rank", "rate", "share", "value"]);
  });
});
