import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  auditTables,
  cellKey,
  protectTables,
  toJson,
  type AuditReport,
  type LinkedRecords,
  type Observation,
  type TableFile,
  type TablePolicy,
} from "@yeelen/disclosure";
import { observationColumns } from "@yeelen/dataset";
import { InputError, Refusal } from "../errors.ts";
import { hiddenRanges, type HiddenRange } from "./hidden-ranges.ts";
import { writePrivateReport } from "./private-report.ts";
import type { PassedAudit } from "./protection-of.ts";
import { orInputError } from "./protection-policy.ts";
import { readObservations } from "./read-observations.ts";
import { protectedSource } from "./protected-source.ts";
import { refusalOf } from "./refusal-of.ts";
import { openStore } from "./store.ts";
import type { Dataset, ReleaseSource } from "./workspace.ts";

export interface ProtectRequest {
  readonly dataset: Dataset;
  readonly release: ReleaseSource;
  /** Codes of known areas. */
  readonly areas: readonly string[];
  /** Folder of this build; the protected table is written there, and nothing that is hidden. */
  readonly spill: string;
  /** Folder for the private report, outside of what is published; none is written if left out. */
  readonly reports: string | undefined;
  readonly policy: TablePolicy;
  /** Records published in this release or an earlier one, in the table's columns and codes; this release's first. */
  readonly records: readonly LinkedRecords[];
  /** What was published of earlier releases. */
  readonly earlier: readonly PublishedBefore[];
  readonly progress: (doing: string) => void;
}

/** The tables of a release: what was hidden in them is marked, and its true value known to the auditor alone. */
export interface PublishedTables {
  readonly files: readonly TableFile[];
  readonly ranges: readonly HiddenRange[];
}

type PublishedBefore = PublishedTables & { readonly name: string };

export interface ProtectedRelease {
  /** The release without the hidden values, and without what would tell them: all that its build reads. */
  readonly release: ReleaseSource;
  readonly audit: PassedAudit;
  readonly published: PublishedTables;
}

type Row = Record<string, string | number | null>;

/**
 * Hides what would give a person away in figures that were counted from records, and attacks the result as a reader
 * would who has every earlier release, the records beside it and the printed ranges. Throws `Refusal` unless it is proved safe, `InputError`
 * for a table or policy that cannot be audited: then nothing may be published.
 */
export async function protectRelease(request: ProtectRequest): Promise<ProtectedRelease> {
  const { dataset, release, policy, progress } = request;
  const names = Object.keys(policy.dimensions);
  const name = `${dataset.id}/${release.source.release}`;
  const rows = await trueRows(request);
  const file = `${release.name}/observations.csv`;
  const onProgress = (_: number, doing: string) => progress(`protecting: ${doing}`);
  const { hidden, report } = await orInputError(file, async () => {
    let found = await hideAndAudit(request, file, rows, "printed", onProgress);
    // what was hidden may speak for more figures being unchanged than what was to be printed
    if (found.report.public.verdict !== "safe")
      found = await hideAndAudit(request, file, rows, "true", onProgress);
    return found;
  });
  if (request.reports !== undefined) await writePrivateReport(request.reports, name, toJson(report));
  if (report.public.verdict !== "safe")
    throw new Refusal(refusalOf(name, report, request.reports !== undefined));
  const { threshold, rules, versions } = report.public;
  return { ...(await published(request, rows, names, hidden)), audit: { threshold, rules, versions } };
}

/** Hides what gives persons away, beside all that is published already, and attacks what would be printed. */
async function hideAndAudit(
  { policy, records, earlier }: ProtectRequest,
  file: string,
  rows: readonly Row[],
  assume: "printed" | "true",
  onProgress: (done: number, doing: string) => void,
): Promise<{ hidden: ReadonlyMap<string, HiddenRange>; report: AuditReport }> {
  const names = Object.keys(policy.dimensions);
  const seenBefore = earlier.flatMap(rangesBefore).map(asObservation);
  const { table } = await protectTables([tableFile(file, rows, names, new Map())], policy, {
    earlier,
    records,
    observations: seenBefore,
    assume,
    onProgress,
  });
  const ranges = hiddenRanges(table);
  const hidden = new Map(ranges.map((range) => [range.key, range]));
  const report = await auditTables([tableFile(file, rows, names, hidden)], policy, {
    earlier,
    records,
    observations: [...ranges.map(asObservation), ...seenBefore],
    onProgress,
  });
  return { hidden, report };
}

function asObservation(range: HiddenRange): Observation {
  return { ...range, source: "the range it is printed as" };
}

/** The ranges that an earlier release printed, under the keys that an audit gives its cells. */
function rangesBefore({ name, ranges }: PublishedBefore): HiddenRange[] {
  return ranges.map(({ key, low, high }) => ({ key: `${name}: ${key}`, low, high }));
}

/** The figures as counted. Nothing hidden, nothing beside the numbers: no audit reads a remark or a list of events. */
async function trueRows({ dataset, release, areas }: ProtectRequest): Promise<Row[]> {
  const file = `${release.name}/observations.csv`;
  const place = await mkdtemp(join(tmpdir(), "yeelen-private-"));
  const store = await openStore({ spill: place });
  try {
    const { indicators } = dataset;
    await readObservations(store, {
      path: release.observations,
      name: file,
      table: "counted",
      dataset: dataset.id,
      indicators,
      areas,
      secret: true,
    });
    const rows = await store.rows<Row>(`SELECT ${observationColumns.join(", ")} FROM counted`);
    if (rows.some((row) => row["absence"] === "suppressed"))
      throw new InputError(
        `${file}: column absence: suppressed; under policy enforce give the true figures, and what must be is hidden here`,
      );
    if (rows.some((row) => row["note"] !== ""))
      throw new InputError(
        `${file}: column note: expected no notes under policy enforce: free text cannot be audited`,
      );
    return rows;
  } finally {
    store.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** The table as disclosure control reads it; `hidden` cells keep their true value and are marked. */
function tableFile(
  name: string,
  rows: readonly Row[],
  names: readonly string[],
  hidden: ReadonlyMap<string, HiddenRange>,
): TableFile {
  return {
    name,
    rows: rows.map((row) => ({
      ...Object.fromEntries(names.map((column) => [column, String(row[column])])),
      value: String(row["value"] ?? ""),
      absence: hidden.has(keyOf(row, names)) ? "suppressed" : String(row["absence"] ?? ""),
    })),
  };
}

async function published(
  { release, spill }: ProtectRequest,
  rows: readonly Row[],
  names: readonly string[],
  hidden: ReadonlyMap<string, HiddenRange>,
): Promise<Omit<ProtectedRelease, "audit">> {
  const shown = rows.map((row) => {
    const range = hidden.get(keyOf(row, names));
    return range ? { ...row, value: null, low: range.low, high: range.high, absence: "suppressed" } : row;
  });
  const lines = shown.map((row) =>
    observationColumns.map((column) => String((row as Row)[column] ?? "")).join(","),
  );
  const observations = join(spill, "protected.csv");
  const text = `${[observationColumns.join(","), ...lines].join("\n")}\n`;
  await writeFile(observations, text);
  const files = [tableFile(release.source.release, rows, names, hidden)];
  const source = protectedSource(release.source, "observations.csv", text, rows.length);
  return {
    release: { ...release, observations, source },
    published: { files, ranges: [...hidden.values()] },
  };
}

function keyOf(row: Row, names: readonly string[]): string {
  return cellKey(
    names,
    names.map((column) => String(row[column])),
  );
}
