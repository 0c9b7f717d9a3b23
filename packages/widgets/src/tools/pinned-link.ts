import type { Settings } from "../element/settings.ts";

const questionFields = ["areas", "period", "by", "where", "measure", "order", "limit"] as const;

/**
 * The page of the publishing site where the same question stands, of the same release: the site is where the folder of
 * the data is, and an indicator's page takes its question from the address.
 */
export function pinnedLink({ src, field }: Pick<Settings, "src" | "field">, release: string): string {
  const indicators = (field("indicator") ?? "").split(/\s+/);
  if (indicators.length > 1) return pinnedSheet(src, field, indicators, release);
  const link = new URL(`../en/indicator/${encodeURIComponent(field("indicator") ?? "")}/`, src);
  for (const name of questionFields) {
    const value = field(name);
    if (value) link.searchParams.set(name, value);
  }
  link.searchParams.set("release", release);
  return link.href;
}

/** The sheet of the publishing site where several indicators stand side by side. */
function pinnedSheet(
  src: URL,
  field: Settings["field"],
  indicators: readonly string[],
  release: string,
): string {
  const link = new URL("../en/compare/", src);
  const areas = field("areas");
  if (areas && !/all|programme|region/.test(areas)) link.searchParams.set("areas", areas);
  link.searchParams.set("indicators", indicators.join(" "));
  if (field("measure") === "rate") link.searchParams.set("as", "rate");
  link.searchParams.set("release", release);
  return link.href;
}
