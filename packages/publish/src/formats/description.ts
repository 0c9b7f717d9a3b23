import type { ReleaseContent } from "../release/release-content.ts";

/** One paragraph on a release, for catalogues. */
export function describeRelease({ manifest }: ReleaseContent): string {
  const titles = manifest.indicators.map((indicator) => indicator.title).join("; ");
  const sources = manifest.sources.map(
    ({ publisher, title, release }) => `${publisher}, ${title} (${release})`,
  );
  return `${titles}. ${manifest.protection.statement} Source: ${sources.join("; ")}. A value that is missing says why.`;
}

/** Words under which a catalogue should find a release. */
export function keywords({ manifest }: ReleaseContent): string[] {
  const subjects = new Set(manifest.indicators.map((indicator) => indicator.subject));
  return [
    ...(subjects.has("trafficking") ? ["trafficking in persons"] : []),
    ...(subjects.has("smuggling") ? ["smuggling of migrants"] : []),
    ...manifest.indicators.map((indicator) => indicator.id),
  ];
}

/** The day, month or year that a release is named after, as ISO 8601. */
export function releaseDate(release: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(release)?.[0] ?? release;
}

/** First and last year that any of the indicators covers; undefined where there is none. */
export function years({ manifest }: ReleaseContent): readonly [number, number] | undefined {
  const periods = manifest.indicators.map((indicator) => indicator.period);
  if (periods.length === 0) return undefined;
  return [Math.min(...periods.map(([first]) => first)), Math.max(...periods.map(([, last]) => last))];
}

/** The identifier that names a release everywhere. */
export function releaseName({ manifest }: ReleaseContent): string {
  return `${manifest.dataset}/${manifest.release}`;
}

/** Names of files in a metadata format: absolute where the release's address is known, else relative to the file itself. */
export function addressOf({ address }: ReleaseContent, path: string): string {
  return `${address ?? ""}${path}`;
}
