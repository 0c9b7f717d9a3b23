import { TableError } from "../table/cell.ts";
import type { Cell } from "../table/cell.ts";
import type { TablePolicy } from "./policy.ts";

/** One line of a file, by column. */
export type Row = Readonly<Record<string, string>>;

/** Reads what a line says about its cell. `where` goes into errors. */
export function readCell(row: Row, where: string, policy: TablePolicy): Omit<Cell, "key"> {
  const { value: valueColumn, status: statusColumn } = policy.columns;
  const written = (row[valueColumn] ?? "").trim();
  const status = (row[statusColumn] ?? "").trim();
  const range = policy.markers[written];
  if (range) {
    const [low, high] = range;
    // What others have suppressed is theirs: their range must not get narrower. Ours must leave 0 and k open.
    return {
      value: null,
      status: "hidden",
      low,
      high,
      ...(policy.policy === "as-published" ? { needs: range } : {}),
    };
  }
  if (policy.statuses.absent.includes(status))
    return policy.policy === "enforce"
      ? { value: null, status: "hidden", absent: true }
      : { value: null, status: "latent", sensitive: false };
  if (policy.statuses.hidden.includes(status))
    return {
      value: written === "" ? null : count(written, where),
      status: "hidden",
      ...threshold(row, where, policy, written),
    };
  if (!policy.statuses.published.includes(status)) {
    const allowed = Object.values(policy.statuses)
      .flat()
      .map((one) => one || "(blank)");
    throw new TableError(`unknown status: ${where}, column ${statusColumn}; allowed: ${allowed.join(", ")}`);
  }
  // Small counts that others have printed are printed.
  if (policy.policy === "as-published")
    return { value: count(written, where), status: "published", sensitive: false };
  return { value: count(written, where), status: "published", ...threshold(row, where, policy, written) };
}

// Where something else than persons is counted, it is the persons behind a figure that make it small.
function threshold(
  row: Row,
  where: string,
  policy: TablePolicy,
  written: string,
): Partial<Pick<Cell, "sensitive" | "needs">> {
  const column = policy.columns.persons;
  if (column === undefined || policy.unit === "persons") return {};
  const persons = count((row[column] ?? "").trim(), `${where} (${column})`);
  if (persons === 0 || persons >= policy.k) return { sensitive: false };
  return { sensitive: true, needs: [0, Math.max(policy.k, count(written, where) + 1)] };
}

/** A count as written: digits, nothing else. */
export function count(written: string, where: string): number {
  if (/^\d+$/.test(written)) {
    if (Number.isSafeInteger(Number(written))) return Number(written);
    throw new TableError(
      `count too large: ${where} has ${written}; at most ${Number.MAX_SAFE_INTEGER}, beyond which numbers are not exact`,
    );
  }
  if (written === "")
    throw new TableError(`value missing: ${where}; give a count, or a status that says why there is none`);
  if (/^-\d/.test(written)) throw new TableError(`negative count: ${where}; counts are 0 or more`);
  if (/^\d*\.\d+$/.test(written))
    throw new TableError(`fractional count: ${where}; counts are whole numbers`);
  if (/^nan$/i.test(written))
    throw new TableError(`value is not a number: ${where}; counts are whole numbers`);
  throw new TableError(
    `not a count: ${where}; write digits only, without separators, or declare it as a marker`,
  );
}
