import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { filesUnder, hashesUnder, madeFiles, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

test("yeelen publish --reports says in a private file how a publisher's suppression could be undone, and nowhere else", async () => {
  await writeData(folder, madeFiles);
  const { code, stdout, stderr } = await yeelen(folder, "publish", "--reports", "private");
  expect(code).toBe(0);
  const path = join(folder, "private/made-register-2021-06-01.audit.json");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const report = JSON.parse(await readFile(path, "utf8"));
  expect(report).toMatchObject({ release: "made-register/2021-06-01", private: true });
  expect(report.certain).toMatchObject([{ indicator: "cases-seen", hidden: 1 }]);
  const [finding] = report.findings;
  expect(finding.key).toContain("sex=F");

  const published = await filesUnder(join(folder, "data/published"));
  const bytes = Buffer.concat([...published.values(), Buffer.from(stdout + stderr)]).toString("latin1");
  expect(bytes).toContain("made-register");
  for (const word of ["narrowed", "undone", finding.key]) expect(bytes).not.toContain(word);
});

test("yeelen publish writes the same bytes with and without a report", async () => {
  await writeData(folder, madeFiles);
  await yeelen(folder, "publish", "--out", "with", "--reports", "private");
  await yeelen(folder, "publish", "--out", "without");
  expect(await hashesUnder(join(folder, "with"))).toEqual(await hashesUnder(join(folder, "without")));
});

test("a release under as-published or open says whose suppression was kept and how much is shown, never how well it holds", async () => {
  await writeData(folder, madeFiles);
  await yeelen(folder, "publish", "--reports", "private");
  const protection = async (name: string) =>
    JSON.parse(await readFile(join(folder, "data/published", name, "manifest.json"), "utf8")).protection;
  expect(await protection("made-register/2021-06-01")).toEqual({
    policy: "as-published",
    statement: "The office prints small numbers as a range.",
    audit: "as-published",
    suppressedCells: 1,
    conflictingCells: 1,
    cells: 8,
    shareOfCellsKept: 0.875,
    suppressedBy: "Office of Made-up Statistics",
    rules: [
      "Suppression is the publisher's own and was kept.",
      "No share, rate, sum or description made here narrows a suppressed figure's range.",
    ],
    threshold: 5,
    shareOfRecordsKept: 1,
  });
  const open = await protection("made-people/2019");
  expect(open).toMatchObject({ audit: "not-needed", suppressedCells: 0, shareOfCellsKept: 1 });
  for (const claim of ["suppressedBy", "threshold", "rules", "versions"])
    expect(open).not.toHaveProperty(claim);
});
