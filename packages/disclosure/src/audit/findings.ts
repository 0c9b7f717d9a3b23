import type { Certificate, Changed } from "./certificate.ts";
import type { Attack } from "./audit.ts";
import { exposedCells } from "./audit.ts";
import type { Changes, Ledger } from "./ledger.ts";
import { isHopeless, isMet, isMoot } from "./requirement.ts";
import type { AuditResult, CellFinding, Verdict, Witness } from "./result.ts";

/** Writes up an audit. Without a ledger the time was up before anything was known. */
export function findingsOf(
  attack: Attack,
  ledger: Ledger | null,
  { solves, seconds }: { solves: number; seconds: number },
): AuditResult {
  const { system } = attack;
  const { table } = system;
  const findings: CellFinding[] = [];
  const shared = new Map<number, Changed>();
  system.cells.forEach((_, x) => {
    const finding = findingOf(attack, ledger, x, shared);
    if (finding) findings.push(finding);
  });
  const exposed = exposedCells(table);
  const unsafe = findings.filter(({ verdict }) => verdict === "unsafe").length;
  const unproven = findings.filter(({ verdict }) => verdict === "unproven").length;
  const hidden = table.cells.filter(({ status }) => status === "hidden").length;
  return {
    verdict: unsafe + exposed.length > 0 ? "unsafe" : unproven > 0 ? "unproven" : "safe",
    k: table.k,
    counts: {
      cells: table.cells.length,
      published: table.cells.filter(({ status }) => status === "published").length,
      hidden,
      sensitive: findings.filter(({ sensitive }) => sensitive).length,
      unsafe,
      unproven,
    },
    exposed,
    findings,
    base: ledger
      ? Object.fromEntries(system.cells.map((place, x) => [table.cells[place]!.key, ledger.base[x]!]))
      : {},
    solves,
    seconds,
  };
}

function findingOf(
  attack: Attack,
  ledger: Ledger | null,
  x: number,
  shared: Map<number, Changed>,
): CellFinding | null {
  const { system, bounds, requirements } = attack;
  const { key } = system.table.cells[system.cells[x]!]!;
  const requirement = requirements[x]!;
  if (requirement.kind === "none") return null;
  const low = ledger ? ledger.least[x]! : bounds.low[x]!;
  const high = ledger ? ledger.most[x]! : bounds.high[x]!;
  const endless = ledger?.endless.has(x) ?? false;
  const met = ledger !== null && isMet(requirement, low, high);
  const hopeless = isHopeless(requirement, bounds.low[x]!, bounds.high[x]!);
  const verdict: Verdict =
    met || isMoot(requirement, bounds.low[x]!, bounds.high[x]!) ? "safe" : hopeless ? "unsafe" : "unproven";
  // A small unprinted part that nobody can pin down needs no line in the report.
  if (requirement.kind === "doubt" && verdict === "safe") return null;
  return {
    key,
    verdict,
    sensitive: requirement.kind === "cover" || requirement.kind === "hole",
    low,
    high: endless ? Infinity : high,
    exact: low === bounds.low[x] && (high === bounds.high[x] || endless),
    ...(requirement.kind === "cover" ? { needs: [requirement.low, requirement.high] as const } : {}),
    ...(met && requirement.kind === "cover"
      ? { certificate: certificateOf(attack, ledger, x, key, shared) }
      : {}),
    ...(verdict === "unsafe" ? { witness: witnessOf(attack, x) } : {}),
  };
}

function certificateOf(
  attack: Attack,
  ledger: Ledger,
  x: number,
  key: string,
  shared: Map<number, Changed>,
): Certificate {
  const changed = (from: number): Changed => {
    if (from === -1) return {};
    let values = shared.get(from);
    if (!values) shared.set(from, (values = changedCells(attack, ledger, ledger.tables[from]!)));
    return values;
  };
  return { key, low: changed(ledger.leastFrom[x]!), high: changed(ledger.mostFrom[x]!) };
}

function changedCells({ system }: Attack, ledger: Ledger, changes: Changes): Changed {
  return Object.fromEntries(
    changes.map(([x, change]) => [system.table.cells[system.cells[x]!]!.key, ledger.base[x]! + change]),
  );
}

// Which relations give the cell away. For bounds: those that pushed it, and those that pushed these.
function witnessOf({ system, bounds, settled }: Attack, x: number): Witness {
  const relations = new Set<string>();
  const { rows, table } = system;
  const seen = new Set<number>();
  const visit = (unknown: number, depth: number): void => {
    if (seen.has(unknown) || depth > 6) return;
    seen.add(unknown);
    for (const r of [bounds.lowFrom[unknown]!, bounds.highFrom[unknown]!]) {
      if (r === -1) continue;
      relations.add(table.relations[rows.relations[r]!]!.label);
      for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) visit(rows.unknowns[t]!, depth + 1);
    }
  };
  if (settled.has(x))
    return {
      by: "equations",
      relations: system.rowsOf[x]!.map((r) => table.relations[rows.relations[r]!]!.label),
    };
  visit(x, 0);
  return { by: relations.size > 0 ? "bounds" : "solver", relations: [...relations].slice(0, 20) };
}
