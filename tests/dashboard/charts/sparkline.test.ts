import { expect, test } from "vitest";
import { sparkline } from "../../../packages/dashboard/src/lib/charts/sparkline.ts";
import { row } from "../story/made-up.ts";

test("sparkline(rows) breaks at a year without a value, and does not place a withheld one", () => {
  const spark = sparkline([row(2007, 10), row(2008, 20), row(2009, "<5"), row(2010, 5), row(2011, null)]);
  expect(spark.path.match(/M/g)).toHaveLength(1);
  expect(spark.dots).toHaveLength(1);
  expect(spark.end).toEqual(spark.dots[0]);
});

test("sparkline(rows) draws nothing where nothing is known", () => {
  expect(sparkline([row(2007, null), row(2008, "<5")])).toEqual({ path: "", dots: [], end: null });
});
