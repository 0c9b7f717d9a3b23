import reviewed from "./reviewed-labels.json" with { type: "json" };

/**
 * The form in which labels are compared: lower case, no accents, one space between words. A byte that was lost
 * on the way (U+FFFD) stays, so that `PER\uFFFD` is found when the table lists it and is never guessed otherwise.
 */
export function labelKey(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\uFFFD]+/gu, " ")
    .trim();
}

const BLANK = "(blank)";

/** A label fit to be printed: no control characters, one line, at most 80 characters. */
export function printable(label: string): string {
  const text = label
    .replace(/[\p{C}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 80);
  return text === "" ? BLANK : text;
}

const known = new Set(reviewed.map(labelKey));

/**
 * The label as files may show it. Free text can hold anything, a person's name included: a label that stands in
 * `reviewed-labels.json` is shown, any other is not, and is told to whoever runs the import alone.
 */
export function shown(label: string): string {
  const text = printable(label);
  return text === BLANK || known.has(labelKey(text)) ? text : "(not reviewed)";
}
