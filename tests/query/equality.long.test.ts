import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { expect, test } from "vitest";
import { expectEqualAnswers } from "./equality.ts";
import { publishFigures, publishMadeUp } from "./published.ts";

test.each([
  ["figures made up to hold every kind of cell", publishMadeUp],
  ["the project's figures", publishFigures],
])("views and native DuckDB answer 10,000 questions alike: %s", async (_, publish) => {
  const published = await publish();
  const catalog = await openCatalog(published.url, {
    fetch: fetchFile,
    engines: [viewsEngine(), nativeEngine()],
  });
  try {
    const { compared } = await expectEqualAnswers(catalog, ["views", "native"], { numRuns: 10_000 });
    expect(compared).toBeGreaterThan(9000);
  } finally {
    await catalog.close();
  }
});
