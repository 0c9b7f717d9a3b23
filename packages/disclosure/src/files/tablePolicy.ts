import { TableError } from "../table/cell.ts";
import type { Revision } from "../table/revision.ts";
import { allow, codes, flag, list, mapValues, objectOf, oneOf, range, share, text, texts } from "./fields.ts";
import type { Fields } from "./fields.ts";
import type { DimensionPolicy, RatioPolicy, RelationPolicy, TablePolicy } from "./policy.ts";

/** Reads the policy for tables. */
export function tablePolicy(fields: Fields, k: number): TablePolicy {
  allow(fields, "policy", [
    "note",
    "kind",
    "policy",
    "k",
    "dimensions",
    "columns",
    "statuses",
    "markers",
    "unlisted",
    "unit",
    "ratios",
    "relations",
    "insiders",
    "revised",
    "uncounted",
  ]);
  const columns = objectOf(fields["columns"] ?? {}, "columns");
  allow(columns, "columns", ["value", "status", "persons"]);
  const statuses = objectOf(fields["statuses"] ?? {}, "statuses");
  allow(statuses, "statuses", ["published", "hidden", "absent"]);
  const dimensions = objectOf(fields["dimensions"], "dimensions");
  if (Object.keys(dimensions).length === 0)
    throw new TableError("no dimensions: name the columns that tell cells apart");
  const insiders = fields["insiders"] ?? 0;
  if (insiders !== 0 && insiders !== 1)
    throw new TableError(`unknown insiders: ${JSON.stringify(insiders)}; 0 or 1`);
  return {
    kind: "tables",
    policy: oneOf(fields, "policy", ["enforce", "as-published"] as const, "enforce"),
    k,
    dimensions: mapValues(dimensions, (value, name) => dimensionPolicy(value, `dimensions.${name}`)),
    columns: {
      value: text(columns["value"] ?? "value", "columns.value"),
      status: text(columns["status"] ?? "status", "columns.status"),
      ...(columns["persons"] === undefined ? {} : { persons: text(columns["persons"], "columns.persons") }),
    },
    statuses: {
      published: texts(statuses["published"] ?? ["", "published"], "statuses.published"),
      hidden: texts(statuses["hidden"] ?? ["hidden", "suppressed"], "statuses.hidden"),
      absent: texts(
        statuses["absent"] ?? ["not-reported", "not-collected", "not-applicable", "pending", "conflicting"],
        "statuses.absent",
      ),
    },
    markers: mapValues(objectOf(fields["markers"] ?? {}, "markers"), (value, name) =>
      range(value, `markers.${name}`),
    ),
    unlisted: oneOf(fields, "unlisted", ["refuse", "zero", "unknown"] as const, "refuse"),
    unit: text(fields["unit"] ?? "persons", "unit"),
    ratios: list(fields["ratios"] ?? [], "ratios").map((value, i) => ratioPolicy(value, `ratios[${i}]`)),
    relations: list(fields["relations"] ?? [], "relations").map((value, i) =>
      relationPolicy(value, `relations[${i}]`),
    ),
    insiders,
    revised: list(fields["revised"] ?? [], "revised").map((value, i) =>
      revision(value, `revised[${i}]`, dimensions),
    ),
    uncounted: list(fields["uncounted"] ?? [], "uncounted").map((value, i) => {
      const at = codes(value, `uncounted[${i}]`);
      allow(at, `uncounted[${i}]`, wholeDimensions(Object.keys(dimensions)));
      if (Object.keys(at).length === 0)
        throw new TableError(`uncounted[${i}] names no code: say where nothing was counted`);
      return at;
    }),
  };
}

// Nothing is counted of a whole indicator, area or period; of one sex alone, its total still tells.
function wholeDimensions(names: readonly string[]): readonly string[] {
  const whole = names.filter((name) => ["indicator", "area", "period"].includes(name));
  return whole.length > 0 ? whole : names;
}

function revision(value: unknown, field: string, dimensions: Fields): Revision {
  const fields = objectOf(value, field);
  allow(fields, field, ["since", "at"]);
  const at = codes(fields["at"] ?? {}, `${field}.at`);
  allow(at, `${field}.at`, Object.keys(dimensions));
  return fields["since"] === undefined ? { at } : { since: text(fields["since"], `${field}.since`), at };
}

function dimensionPolicy(value: unknown, field: string): DimensionPolicy {
  const fields = objectOf(value, field);
  allow(fields, field, ["parts", "total", "sensitive", "repeats", "notTotals", "weights"]);
  const policy: { -readonly [key in keyof DimensionPolicy]: DimensionPolicy[key] } = {};
  if (fields["parts"] !== undefined)
    policy.parts = mapValues(objectOf(fields["parts"], `${field}.parts`), (parts, code) =>
      texts(parts, `${field}.parts.${code}`),
    );
  if (fields["total"] !== undefined) policy.total = text(fields["total"], `${field}.total`);
  if (policy.parts && policy.total !== undefined)
    throw new TableError(`total and parts at once: ${field}; give parts, or the total of all other codes`);
  if (fields["repeats"] !== undefined) policy.repeats = flag(fields["repeats"], `${field}.repeats`);
  if (fields["notTotals"] !== undefined) policy.notTotals = texts(fields["notTotals"], `${field}.notTotals`);
  if (fields["weights"] !== undefined)
    policy.weights = mapValues(objectOf(fields["weights"], `${field}.weights`), (weight, code) => {
      if (typeof weight !== "number" || !(weight > 0) || !Number.isFinite(weight))
        throw new TableError(`not a weight: ${field}.weights.${code}; a number above 0, 1 if left out`);
      return weight;
    });
  if (fields["sensitive"] !== undefined) {
    const sensitive = fields["sensitive"] === true ? {} : objectOf(fields["sensitive"], `${field}.sensitive`);
    allow(sensitive, `${field}.sensitive`, ["largestShare"]);
    policy.sensitive =
      sensitive["largestShare"] === undefined
        ? {}
        : { largestShare: share(sensitive["largestShare"], `${field}.sensitive.largestShare`) };
  }
  return policy;
}

function ratioPolicy(value: unknown, field: string): RatioPolicy {
  const fields = objectOf(value, field);
  allow(fields, field, ["column", "denominator", "per", "rounding"]);
  const denominator = objectOf(fields["denominator"], `${field}.denominator`);
  allow(denominator, `${field}.denominator`, ["at", "column"]);
  const { per } = fields;
  if (typeof per !== "number" || !Number.isSafeInteger(per) || per < 1)
    throw new TableError(
      `per is not a whole number: ${field}.per is ${String(per)}; 100 for a percentage, 100000 for a rate, 1 for a mean`,
    );
  return {
    column: text(fields["column"], `${field}.column`),
    denominator:
      denominator["column"] === undefined
        ? { at: codes(denominator["at"], `${field}.denominator.at`) }
        : { column: text(denominator["column"], `${field}.denominator.column`) },
    per,
    rounding: oneOf(fields, "rounding", ["half-up", "half-even", "down", "up", "exact"] as const, "half-up"),
  };
}

function relationPolicy(value: unknown, field: string): RelationPolicy {
  const fields = objectOf(value, field);
  allow(fields, field, ["total", "parts"]);
  return {
    total: codes(fields["total"], `${field}.total`),
    parts: list(fields["parts"], `${field}.parts`).map((part, i) => codes(part, `${field}.parts[${i}]`)),
  };
}
