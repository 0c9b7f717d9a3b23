import { InputError } from "../errors.ts";
import type { Io } from "../io.ts";
import { progressOn } from "../progress.ts";
import { publish, type PublishedRelease, type PublishRequest } from "./publish.ts";

/** Publishes with progress on a terminal, and ends with what was read, kept, left out and written. */
export async function publishAndReport(request: PublishRequest, io: Io): Promise<void> {
  const started = performance.now();
  const address = request.address === undefined ? {} : { address: checkedAddress(request.address) };
  const progress = progressOn(io);
  const published = await publish({
    ...request,
    ...address,
    progress: progress.say,
  }).finally(progress.end);
  for (const release of published) io.stdout.write(`${summary(release)}\n`);
  io.stdout.write(`${total(published, (performance.now() - started) / 1000)}\n`);
}

function summary({ dataset, source, built, outcome }: PublishedRelease): string {
  const { rowsRead, leftOut } = source.source;
  const dropped = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const parts = [
    `${count(rowsRead)} rows read`,
    `${count(dropped)} left out`,
    `${count(built.rows)} figures`,
    ...Object.entries(built.absences).map(
      ([absence, cells]) => `${count(cells)} ${absence.replaceAll("-", " ")}`,
    ),
    `${built.manifest.files.length + 1} files`,
    size(built.bytes),
  ];
  return `${dataset.id}/${source.source.release}  ${outcome}: ${parts.join(", ")}`;
}

function total(published: readonly PublishedRelease[], seconds: number): string {
  const sum = (of: (release: PublishedRelease) => number) =>
    published.reduce((all, release) => all + of(release), 0);
  const figures = sum(({ built }) => built.rows);
  const changed = published.filter(({ outcome }) => outcome !== "unchanged").length;
  return `${published.length} ${published.length === 1 ? "release" : "releases"}, ${changed} written: ${count(sum(({ source }) => source.source.rowsRead))} rows read, ${count(figures)} figures kept, ${count(sum(({ built }) => built.absences["suppressed"] ?? 0))} of them suppressed, ${count(sum(({ built }) => built.manifest.files.length + 1))} files, ${size(sum(({ built }) => built.bytes))}, in ${seconds.toFixed(1)} s`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function checkedAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new InputError(`--address: ${text}; expected an address such as https://example.org/data/`);
  return text.endsWith("/") ? text : `${text}/`;
}
