import { expect, it } from "vitest";
import { disagreement } from "./proof.ts";

it("audit(table) agrees with brute force on 10,000 random tables, interval by interval", async () => {
  for (let seed = 10_001; seed <= 20_000; seed++) expect(await disagreement(seed, "exact")).toBeNull();
});

it("audit(table, enough) reaches the same verdicts as brute force on 10,000 random tables", async () => {
  for (let seed = 20_001; seed <= 30_000; seed++) expect(await disagreement(seed, "enough")).toBeNull();
});
