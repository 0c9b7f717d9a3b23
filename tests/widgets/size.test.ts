import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const dist = "packages/widgets/dist";
const kinds = [
  "bar",
  "dot",
  "flow",
  "line",
  "map",
  "matrix",
  "multiples",
  "stack",
  "stat",
  "table",
  "timeline",
];

/** Gzip bytes, and why a reader's phone gets no more. */
const ceilings = {
  line: [10_752, "with its data it stays inside the first TCP window of 14 KB"],
  first: [14 * 1024, "script and data of a first chart arrive in one round trip"],
  further: [4096, "a second kind of chart on a page costs no more than a small picture"],
  geometry: [40 * 1024, "outlines of the programme's regions, for maps alone"],
} as const;

/** Names that would mean that an engine, a schema library or a framework came in. Not up for raising. */
const forbidden = /zod|apache-arrow|duckdb|svelte/i;

const gzip = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)],
  );
const scripts = files(dist).filter((file) => file.endsWith(".js"));
const chunk = (name: string) =>
  scripts.find((file) => file.startsWith(join(dist, "chunks", `${name}-`))) ?? "";

function within(name: string, bytes: number, [ceiling, reason]: readonly [number, string]): void {
  const advice =
    `${name}: ${bytes} bytes compressed, ceiling ${ceiling} (${reason}). ` +
    "First look at what came in; to raise the ceiling, see CONTRIBUTING.md, “Raise a size ceiling”";
  expect(bytes <= ceiling, advice).toBe(true);
}

test("yeelen-line.js stays small", () => {
  within("yeelen-line.js", gzip(join(dist, "yeelen-line.js")), ceilings.line);
});

test("yeelen-line.js and the view of 14 countries are two requests and one TCP window", () => {
  const view = "data/published/unodc-glotip/2025-04-14/views/victims-detected.total.json";
  within("script and view", gzip(join(dist, "yeelen-line.js")) + gzip(view), ceilings.first);
});

test.each(kinds)("yeelen-%s.js holds all it needs for its first picture", (kind) => {
  const script = readFileSync(join(dist, `yeelen-${kind}.js`), "utf8");
  expect(script).not.toMatch(/(^|[;}])(import|export)[^(]*from/);
});

test.each(kinds)("yeelen-%s.js is no more than a further kind's bytes above a line's", (kind) => {
  const more = gzip(join(dist, `yeelen-${kind}.js`)) - gzip(join(dist, "yeelen-line.js"));
  within(`yeelen-${kind}.js beyond yeelen-line.js`, more, ceilings.further);
});

test("loader.js adds no more than a further kind's bytes for each element after the first", () => {
  const definitions = scripts.filter((file) => file.startsWith(join(dist, "chunks", "define-")));
  expect(definitions.length).toBeGreaterThanOrEqual(kinds.length);
  for (const file of definitions) within(file, gzip(file), ceilings.further);
});

test("outlines of countries load apart from the map's script", () => {
  within("world", gzip(chunk("world")), ceilings.geometry);
  expect(readFileSync(join(dist, "yeelen-map.js"), "utf8")).not.toContain("M1298 232");
});

test("no file of the widgets names an engine, a schema library or a framework", () => {
  expect(scripts.length).toBeGreaterThan(30);
  for (const file of scripts) expect(forbidden.exec(readFileSync(file, "utf8"))?.[0], file).toBeUndefined();
});

test("what readers open later is in no element's script", () => {
  for (const kind of kinds) {
    const script = readFileSync(join(dist, `yeelen-${kind}.js`), "utf8");
    for (const later of ["BibTeX", "Chicago", "sheetData", "not allowed in", "must not be compared"])
      expect(script.includes(later), `${later} in yeelen-${kind}.js`).toBe(
        kind === "timeline" && later === "not allowed in",
      );
  }
});
