/** Words that publishers write where a value is missing. */
const MISSING_WORDS = new Set([
  "unknown",
  "n/a",
  "na",
  "not known",
  "not available",
  "missing",
  "null",
  "none",
  "-",
  ".",
]);

/** A label as a reader sees it: one Unicode form, one case, single spaces, nothing invisible. */
export function seenLabel(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Groups of labels that differ only in case, spaces or Unicode form: one category in two halves. */
export function splitLabels(labels: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const label of new Set(labels)) {
    const seen = seenLabel(label);
    const group = groups.get(seen);
    if (group) group.push(label);
    else groups.set(seen, [label]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The different ways in which a column writes that a value is missing; a blank is written `(blank)`. */
export function missingWords(labels: Iterable<string | null>): string[] {
  const words = new Set<string>();
  for (const label of labels) {
    if (label === null || label.trim() === "") words.add("(blank)");
    else if (MISSING_WORDS.has(seenLabel(label))) words.add(label);
  }
  return [...words];
}
