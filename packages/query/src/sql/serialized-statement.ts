import { QuestionError } from "../views/question-error.ts";
import { allowedFunctions, allowedTableFunctions, type RefusedNames } from "./allowed-functions.ts";

/** What the engine's own parser made of a text: `error`, or a tree for each statement. */
interface Serialized {
  readonly error: boolean;
  readonly error_message?: string;
  readonly statements?: readonly object[];
}

type Part = Readonly<Record<string, unknown>>;

/** Gives the engine's own reading of a text, as JSON; nothing is bound or run. The text is its one value. */
export const serializeSql = "SELECT json_serialize_sql(CAST($1 AS VARCHAR)) AS statement";

const expressions = new Set(
  "BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION LAMBDA LAMBDA_REF OPERATOR POSITIONAL_REFERENCE STAR SUBQUERY WINDOW".split(
    " ",
  ),
);
const tables = new Set(
  "BASE_TABLE COLUMN_DATA EMPTY EXPRESSION_LIST JOIN PIVOT SHOW_REF SUBQUERY TABLE_FUNCTION".split(" "),
);
const nodes = new Set("CTE_NODE RECURSIVE_CTE_NODE SELECT_NODE SET_OPERATION_NODE".split(" "));
const allowed = "functions that compute, and the documented tables; docs/query.md says which";

/**
 * Refuses every statement that is not one SELECT of known parts, by the tree that the engine's own parser made of it.
 * Throws `QuestionError` with the part that is not allowed, or with the parser's message.
 */
export function checkSerialized(json: string, { views }: RefusedNames): void {
  const { error, error_message: message, statements = [] } = JSON.parse(json) as Serialized;
  if (error) throw new QuestionError("sql", message ?? "what cannot be parsed", "one SELECT statement");
  if (statements.length !== 1)
    throw new QuestionError("sql", `${statements.length} statements`, "one SELECT statement");
  const open: unknown[] = [...statements];
  while (open.length) {
    const part = open.pop();
    if (typeof part !== "object" || part === null) continue;
    if (Array.isArray(part)) {
      open.push(...(part as unknown[]));
      continue;
    }
    checkPart(part as Part, views);
    open.push(...childrenOf(part as Part));
  }
}

function checkPart(part: Part, views: ReadonlySet<string>): void {
  const { class: expression, type } = part;
  if (typeof expression === "string") checkExpression(part, expression);
  else if ("cte_map" in part) check(nodes.has(String(type)), type);
  else if ("sample" in part) {
    check(tables.has(String(type)), type);
    if (type === "BASE_TABLE") check(!views.has(lower(part["table_name"])), part["table_name"]);
  }
}

function checkExpression(part: Part, expression: string): void {
  check(expressions.has(expression), expression);
  if (typeof part["function_name"] !== "string" || part["is_operator"] === true) return;
  const name = lower(part["function_name"]);
  if (name === "range" || name === "generate_series") checkSeries(part, name);
  else check(allowedFunctions.has(name) || !/\w/.test(name), name);
}

const longestList = 1_000_000;

/** A list in one cell is made in one call, which nothing can interrupt: its ends must be written out. */
function checkSeries({ children }: Part, name: string): void {
  for (const child of children as readonly Part[]) {
    const { value } = (child["value"] ?? {}) as { value?: unknown };
    if (typeof value !== "number" || Math.abs(value) > longestList)
      throw new QuestionError(
        "sql",
        name,
        `ends written out, up to ${longestList}, where it is no table; FROM ${name}(…) takes any`,
      );
  }
}

/** The parts within; a function that stands as a table is on a list of its own, and its arguments are parts. */
function childrenOf(part: Part): readonly unknown[] {
  if (part["type"] !== "TABLE_FUNCTION") return Object.values(part);
  const { function: called, ...rest } = part;
  const { function_name: name, children } = called as Part;
  check(allowedTableFunctions.has(lower(name)), name);
  return [children, ...Object.values(rest)];
}

function check(fits: boolean, name: unknown): void {
  if (!fits) throw new QuestionError("sql", name, allowed);
}

function lower(name: unknown): string {
  return String(name).toLowerCase();
}
