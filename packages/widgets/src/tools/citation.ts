import type { About } from "@yeelen/dataset/plain";

/** What a citation is made from. */
export interface Cited {
  readonly heading: string;
  readonly source: About["sources"][number];
  /** `<dataset>/<release>` of the figures on this site. */
  readonly release: string;
  readonly link: string;
  /** The day the reader looked. */
  readonly day: Date;
}

export const citationStyles = ["APA", "Chicago", "BibTeX"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A citation of one chart. Citations stay in English, as reference lists do. */
export function citationOf(style: CitationStyle, { heading, source, release, link, day }: Cited): string {
  const { publisher, title } = source;
  const year = /^\d{4}/.exec(source.release)?.[0] ?? "n.d.";
  const looked = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(day);
  const long = looked({ year: "numeric", month: "long", day: "numeric" });
  if (style === "APA")
    return `${publisher}. (${year}). ${title} (release ${source.release}) [Data set]. Figure: ${heading}. Yeelen. Retrieved ${long}, from ${link}`;
  if (style === "Chicago")
    return `${publisher}. “${title}.” Release ${source.release}. Figure: “${heading}.” Yeelen. Accessed ${long}. ${link}.`;
  const key = release.replace(/[^a-z\d]+/gi, "-");
  const fields = {
    author: `{${bibtex(publisher)}}`,
    title: `{${bibtex(title)}}`,
    year,
    version: source.release,
    howpublished: "Yeelen",
    note: `Figure: ${bibtex(heading)}. Accessed ${day.toISOString().slice(0, 10)}`,
    url: link.replace(/[{}\\]/g, encodeURIComponent),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{yeelen-${key},\n${lines.join(",\n")}\n}`;
}

function bibtex(text: string): string {
  return text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
}
