import { readFile } from "node:fs/promises";
import { Observation } from "@yeelen/dataset";
import { parse } from "csv-parse/sync";
import { auditAsPublished } from "./audit-as-published.ts";
import { writePrivateReport } from "./private-report.ts";
import { isHidden, publisherKey, type PublisherRow } from "./publisher-table.ts";
import type { Dataset, ReleaseSource } from "./workspace.ts";

export interface AsPublishedRequest {
  readonly dataset: Dataset;
  readonly release: ReleaseSource;
  /** Folder for private reports, outside of what is published. */
  readonly reports: string;
}

/**
 * Counts how much of a publisher's own suppression could be undone, for the steward who tells the publisher. The count
 * goes into the private report alone; the release is the same with and without it.
 */
export async function reportAsPublished({ dataset, release, reports }: AsPublishedRequest): Promise<void> {
  const rows = await readRows(release);
  if (!rows.some(isHidden)) return;
  const others = dataset.releases.filter((one) => one.source.release !== release.source.release);
  const elsewhere = (await Promise.all(others.map(readRows))).flat().filter((row) => row.value !== null);
  const audit = await auditAsPublished({
    rows,
    indicators: dataset.indicators,
    linked: dataset.config.linked ?? [],
    printedElsewhere: new Set(elsewhere.map(publisherKey)),
  });
  const name = `${dataset.id}/${release.source.release}`;
  await writePrivateReport(
    reports,
    name,
    JSON.stringify({ release: name, private: true, ...audit }, null, 2),
  );
}

async function readRows({ observations }: ReleaseSource): Promise<PublisherRow[]> {
  const lines: Record<string, string>[] = parse(await readFile(observations), { columns: true });
  return lines.map((line) => {
    const number = (name: string) => (line[name] ? Number(line[name]) : null);
    return Observation.parse({
      ...line,
      period: number("period"),
      value: number("value"),
      low: number("low"),
      high: number("high"),
      absence: line["absence"] || null,
    });
  });
}
