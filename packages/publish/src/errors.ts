/** What was given cannot be used: exit code 2. The message is one line and says what is expected. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The command ran well and its answer is no (a file differs, an audit fails): exit code 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** One line, whatever the error holds: line breaks become spaces. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").trim();
}
