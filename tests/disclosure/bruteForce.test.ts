import { expect, it } from "vitest";
import { disagreement } from "./proof.ts";

it("audit(table) agrees with brute force on 500 random tables, interval by interval", async () => {
  for (let seed = 1; seed <= 500; seed++) expect(await disagreement(seed, "exact")).toBeNull();
}, 120_000);

it("audit(table, enough) reaches the same verdicts as brute force on 500 random tables", async () => {
  for (let seed = 501; seed <= 1000; seed++) expect(await disagreement(seed, "enough")).toBeNull();
}, 120_000);
