import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { facts } from "./facts.ts";
import { publishFigures, type Published } from "./published.ts";

describe.skipIf(facts.length === 0)("figures that any build must reproduce", () => {
  let published: Published | undefined;
  let catalog: OpenCatalog | undefined;
  beforeAll(async () => {
    published = await publishFigures();
    catalog = await openCatalog(published.url, {
      fetch: fetchFile,
      engines: [viewsEngine(), nativeEngine()],
    });
  });
  afterAll(async () => {
    await catalog?.close();
  });

  const cases = facts.flatMap((fact) => ["views", "native"].map((engine) => ({ engine, ...fact })));
  test.each(cases)(
    "$engine answers $query with $value $absence",
    async ({ engine, query, value, absence }) => {
      const answer = await catalog?.query(query, { engine });
      expect(answer?.rows).toHaveLength(1);
      expect(answer?.rows[0]).toMatchObject({ value, absence: absence ?? null });
      expect(answer?.provenance.engine).toBe(engine);
    },
  );
});
