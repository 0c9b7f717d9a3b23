import { readdir } from "node:fs/promises";
import { auditRecords, auditTables, parsePolicy, TableError } from "../../packages/disclosure/src/index.ts";
import type {
  AuditRecordsOptions,
  AuditTablesOptions,
  Columns,
  RecordPolicy,
  TableFile,
  TablePolicy,
} from "../../packages/disclosure/src/index.ts";

/**
 * One attack: an input, and how it must be met. `refused` names a rule that must be broken, or a piece of the error
 * for bad input; `safe` is a table that must pass.
 */
export interface Attack {
  readonly title: string;
  readonly expected: { readonly rule: string } | { readonly error: string } | "safe";
  readonly run: () => Promise<Outcome>;
}

/** What the gate said: the rules broken, none if it let the input pass. */
export interface Outcome {
  readonly rules: readonly string[];
  readonly error?: string;
}

/** Puts tables before the gate. */
export async function gateTables(
  files: Record<string, string>,
  policy: object,
  options: AuditTablesOptions = {},
): Promise<Outcome> {
  return outcome(async () => {
    const report = await auditTables(filesOf(files), parsePolicy(policy) as TablePolicy, options);
    const rules = report.private.violations.map(({ rule }) => rule);
    return report.public.verdict === "safe" ? [] : rules.length > 0 ? rules : [report.public.verdict];
  });
}

/** Puts records before the gate. */
export async function gateRecords(
  columns: Columns,
  policy: object,
  options: AuditRecordsOptions = {},
): Promise<Outcome> {
  return outcome(() => {
    const report = auditRecords(columns, parsePolicy(policy) as RecordPolicy, options);
    return Promise.resolve(
      report.public.verdict === "safe" ? [] : report.private.violations.map(({ rule }) => rule),
    );
  });
}

async function outcome(run: () => Promise<string[]>): Promise<Outcome> {
  try {
    return { rules: await run() };
  } catch (error) {
    if (error instanceof TableError) return { rules: ["bad-input"], error: error.message };
    throw error;
  }
}

/** Long tables written as in a CSV file. */
export function filesOf(files: Record<string, string>): TableFile[] {
  return Object.entries(files).map(([name, text]) => {
    const [head, ...lines] = text
      .trim()
      .split("\n")
      .map((line) => line.split(",").map((cell) => cell.trim()));
    return {
      name,
      rows: lines.map((line) => Object.fromEntries(head!.map((column, i) => [column, line[i] ?? ""]))),
    };
  });
}

/** Records in columns: each row `count` times. */
export function recordsOf(
  names: readonly string[],
  rows: readonly (readonly [count: number, ...values: (string | null)[]])[],
): Columns {
  const sorted = rows.toSorted(([, ...a], [, ...b]) => {
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i] ?? "", b[i] ?? ""];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
  return Object.fromEntries(
    names.map((name, c) => [
      name,
      sorted.flatMap(([count, ...values]) => Array.from({ length: count }, () => values[c] ?? null)),
    ]),
  );
}

/** Whether an attack was met as it must be. */
export function isMet({ expected }: Attack, { rules, error }: Outcome): boolean {
  if (expected === "safe") return rules.length === 0;
  if ("error" in expected) return error?.includes(expected.error) ?? false;
  return rules.includes(expected.rule);
}

/** All attacks, by file name: a file holds one, or a kind with several inputs. */
export async function allAttacks(): Promise<[file: string, attack: Attack][]> {
  const folder = new URL("./attacks/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const kinds = await Promise.all(
    names.map(async (name): Promise<[string, Attack][]> => {
      const { default: found } = (await import(new URL(name, folder).href)) as {
        default: Attack | readonly Attack[];
      };
      return "run" in found
        ? [[name, found]]
        : found.map((attack, i): [string, Attack] => [`${name} ${i + 1}`, attack]);
    }),
  );
  return kinds.flat();
}
