import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  auditTables,
  cellKey,
  protect,
  readTables,
  toJson,
  type AuditReport,
  type TableFile,
} from "@yeelen/disclosure";
import { observationColumns, type Source } from "@yeelen/dataset";
import { InputError, Refusal } from "../errors.ts";
import { hiddenRanges, type HiddenRange } from "./hidden-ranges.ts";
import { writePrivateReport } from "./private-report.ts";
import { orInputError, readProtectionPolicy } from "./protection-policy.ts";
import { readObservations } from "./read-observations.ts";
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
  /** What was published of earlier releases. */
  readonly earlier: readonly PublishedBefore[];
  readonly progress: (doing: string) => void;
}

/** An earlier release: what was hidden in it is marked, and its true value known to the auditor alone. */
export interface PublishedBefore {
  readonly name: string;
  readonly files: readonly TableFile[];
  readonly ranges: readonly HiddenRange[];
}

export interface ProtectedRelease {
  /** The release without the hidden values, and without what would tell them: all that its build reads. */
  readonly release: ReleaseSource;
  readonly published: PublishedBefore;
}

type Row = Record<string, string | number | null>;

/**
 * Hides what would give a person away in figures that were counted from records, and attacks the result as a reader
 * would who has every earlier release and the printed ranges. Throws `Refusal` unless it is proved safe, `InputError`
 * for a table or policy that cannot be audited: then nothing may be published.
 */
export async function protectRelease(request: ProtectRequest): Promise<ProtectedRelease> {
  const { dataset, release, progress } = request;
  const policy = await readProtectionPolicy(dataset);
  const names = Object.keys(policy.dimensions);
  const name = `${dataset.id}/${release.source.release}`;
  const rows = await trueRows(request);
  const file = `${release.name}/observations.csv`;
  const onProgress = (_: number, doing: string) => progress(`protecting: ${doing}`);
  const chosen = await orInputError(file, async () =>
    protect(readTables([tableFile(file, rows, names, new Map())], policy).table, { onProgress }),
  );
  const { ranges, unbounded } = hiddenRanges(chosen.table);
  if (unbounded.length > 0)
    throw new Refusal(
      `${name} is not published: ${unbounded.length} figures must be hidden under no printed total, so that no range can be given for them; publish fewer dimensions`,
    );
  const hidden = new Map(ranges.map((range) => [range.key, range]));
  const report = await orInputError(file, () =>
    auditTables([tableFile(file, rows, names, hidden)], policy, {
      earlier: request.earlier,
      observations: [...ranges, ...request.earlier.flatMap(rangesBefore)].map((range) => ({
        ...range,
        source: "the range it is printed as",
      })),
      onProgress,
    }),
  );
  if (request.reports !== undefined) await writePrivateReport(request.reports, name, toJson(report));
  if (report.public.verdict !== "safe")
    throw new Refusal(refusal(name, report, request.reports !== undefined));
  return published(request, rows, names, hidden);
}

/** The ranges that an earlier release printed, under the keys that an audit gives its cells. */
function rangesBefore({ name, ranges }: PublishedBefore): HiddenRange[] {
  return ranges.map(({ key, low, high }) => ({ key: `${name}: ${key}`, low, high }));
}

/** The figures as counted. Nothing hidden, nothing beside the numbers: no audit reads a remark or a list of events. */
async function trueRows({ dataset, release, areas }: ProtectRequest): Promise<Row[]> {
  const file = `${release.name}/observations.csv`;
  const [table] = release.tables;
  if (table)
    throw new InputError(
      `${release.name}/${table.name}.csv: expected no table beside the observations under policy enforce: it cannot be audited`,
    );
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
): Promise<ProtectedRelease> {
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
  const source = protectedSource(release.source, text, rows.length);
  return {
    release: { ...release, observations, source },
    published: { name: release.source.release, files, ranges: [...hidden.values()] },
  };
}

/** Counts of records and the hash of a file of true figures would let a reader check guesses: both are of the protected table. */
function protectedSource(source: Source, text: string, rows: number): Source {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "observations.csv", bytes: bytes.byteLength, sha256 };
  return { ...source, file, rowsRead: rows, rowsKept: rows, leftOut: [], unmapped: [] };
}

function keyOf(row: Row, names: readonly string[]): string {
  return cellKey(
    names,
    names.map((column) => String(row[column])),
  );
}

/** Names rules and how often each is broken, never a cell: this line may end up in a log. */
function refusal(
  name: string,
  { public: { verdict }, private: { violations } }: AuditReport,
  written: boolean,
): string {
  const rules = violations.map(({ rule, where }) => `${rule} (${where.length})`).join(", ");
  const advice = written
    ? "the private report says where"
    : "--reports <folder> writes a private report that says where";
  return `${name} is not published: the audit's verdict is ${verdict}${rules === "" ? "" : `: ${rules}`}; ${advice}`;
}
