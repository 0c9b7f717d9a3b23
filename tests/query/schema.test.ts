import { readFileSync } from "node:fs";
import { IndicatorQuery } from "@yeelen/dataset";
import { expect, test } from "vitest";
import { z } from "zod";

test("indicator-query.schema.json is the schema of a question, as other languages read it", () => {
  const published = JSON.parse(
    readFileSync(new URL("../../packages/query/indicator-query.schema.json", import.meta.url), "utf8"),
  );
  const { $schema, ...schema } = z.toJSONSchema(IndicatorQuery);
  expect(published).toEqual({
    $schema,
    $id: "urn:yeelen:indicator-query:1",
    title: "IndicatorQuery",
    description: published.description,
    ...schema,
  });
});
