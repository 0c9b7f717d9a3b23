/** A question that cannot be asked: names the field, the value given and what is allowed there. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly field: string;
  readonly value: unknown;
  readonly allowed: string;

  constructor(field: string, value: unknown, allowed: string) {
    super(`not allowed in ${field}: ${shown(value)}; allowed: ${allowed}`);
    this.field = field;
    this.value = value;
    this.allowed = allowed;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "object" && value !== null ? brief(value) : JSON.stringify(value);
  const line = text ?? String(value);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

// only the first level: a value may be deep, circular or huge
function brief(value: object): string {
  return Array.isArray(value) ? `a list of ${value.length}` : "an object";
}
