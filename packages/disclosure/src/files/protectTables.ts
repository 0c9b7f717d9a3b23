import type { AuditOptions } from "../audit/audit.ts";
import { isSensitive } from "../audit/requirement.ts";
import { protect } from "../protect/protect.ts";
import type { Protection } from "../protect/protect.ts";
import type { Cell } from "../table/cell.ts";
import { codesAt } from "../table/crossTable.ts";
import type { Table } from "../table/table.ts";
import type { AuditTablesOptions } from "./auditTables.ts";
import { joinReleases } from "./joinReleases.ts";
import { linkRecords } from "./linkRecords.ts";
import { observe } from "./observe.ts";
import type { TablePolicy } from "./policy.ts";
import { readTables } from "./readTables.ts";
import type { TableFile } from "./readTables.ts";

/** How much dearer a figure is for each dimension in which it is a total. */
const TOTAL = 4;

export interface ProtectTablesOptions extends AuditOptions {
  readonly earlier?: AuditTablesOptions["earlier"];
  readonly records?: AuditTablesOptions["records"];
  /** Ranges that earlier releases printed. */
  readonly observations?: AuditTablesOptions["observations"];
  /** What a reader is taken to know of what did not change: see `addEarlierReleases`. */
  readonly assume?: "printed" | "true";
}

export interface ProtectedTables extends Pick<Protection, "loss"> {
  /** The tables with all hidden that must be; earlier releases are no part of it. */
  readonly table: Table;
  /** Whether everything was found safe. Ask `auditTables` all the same: it sees what is printed, and nothing else. */
  readonly safe: boolean;
}

/**
 * Chooses what to hide in tables of true figures, so that they are safe beside every earlier release and all published
 * records. Totals, newer periods and whatever the policy weighs are the last to be hidden.
 *
 * @throws TableError on bad input
 */
export async function protectTables(
  files: readonly TableFile[],
  policy: TablePolicy,
  options: ProtectTablesOptions = {},
): Promise<ProtectedTables> {
  const { earlier = [], records = [], observations = [], assume = "printed" } = options;
  const read = weighed(readTables(files, policy).table, policy);
  const small = read.withCells((cell) =>
    cell.status === "published" && isSensitive(cell, policy.k) ? { ...cell, status: "hidden" } : cell,
  );
  const releases = earlier.map(({ name, files: before }) => ({
    name,
    table: readTables(before, policy).table,
  }));
  const { revised } = policy;
  const joint = joinReleases(small, releases, { revised, assume, protecting: true });
  const seen = observations.map((one) => ({ ...one, key: joint.keys.get(one.key) ?? one.key }));
  const chosen = await protect(observe(records.reduce(linkRecords, joint.table), seen), options);
  const hidden = read.cells.filter(({ key }) => chosen.table.cell(key).status === "hidden");
  return {
    table: read.hide(hidden.map(({ key }) => key)),
    safe: chosen.audit.verdict === "safe",
    loss: chosen.loss,
  };
}

function weighed(table: Table, policy: TablePolicy): Table {
  const factors = new Map(
    Object.entries(policy.dimensions).map(([name, dimension]) => [name, factorOf(name, dimension, table)]),
  );
  return table.withCells((cell) => {
    let weight = plainWeight(cell);
    for (const [name, code] of Object.entries(codesAt(cell.key))) weight *= factors.get(name)?.(code) ?? 1;
    return { ...cell, weight };
  });
}

function factorOf(
  name: string,
  { parts = {}, total, weights = {} }: TablePolicy["dimensions"][string],
  table: Table,
): (code: string) => number {
  const isTotal = (code: string): boolean => code === total || code in parts;
  const codes = name === "period" ? table.cells.map(({ key }) => codesAt(key)[name] ?? "") : [];
  const periods = [...new Set(codes)].filter((code) => !isTotal(code)).sort();
  return (code) => {
    const age = periods.indexOf(code);
    const newness = age === -1 ? 1 : 1 + age / periods.length;
    return (weights[code] ?? (isTotal(code) ? TOTAL : 1)) * newness;
  };
}

// As `protect` weighs: a larger figure is dearer, but not in proportion; a zero is the last thing to hide.
function plainWeight({ value, weight }: Cell): number {
  return weight ?? (value === 0 ? 12 : 1 + Math.log2(1 + (value ?? 1)));
}
