import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { built, folder } from "../../dashboard/site.ts";
import { ask } from "./served-build.ts";

/** What each kind of file of the build is, as registered; one that comes to the build must come here too. */
const types: Readonly<Record<string, RegExp>> = {
  ".arrow": /^application\/vnd\.apache\.arrow\.file$/,
  ".br": /^application\/octet-stream$/,
  ".css": /^text\/css; charset=utf-8$/,
  ".csv": /^text\/csv; charset=utf-8$/,
  ".duckdb": /^application\/vnd\.duckdb$/,
  ".gz": /^application\/gzip$/,
  ".html": /^text\/html; charset=utf-8$/,
  ".js": /^text\/javascript; charset=utf-8$/,
  ".json": /^application\/(csvm\+)?json$/,
  ".jsonld": /^application\/ld\+json$/,
  ".md": /^text\/markdown; charset=utf-8$/,
  ".parquet": /^application\/vnd\.apache\.parquet$/,
  ".png": /^image\/png$/,
  ".svg": /^image\/svg\+xml$/,
  ".ts": /^text\/plain; charset=utf-8$/,
  ".txt": /^text\/plain; charset=utf-8$/,
  ".wasm": /^application\/wasm$/,
  ".webmanifest": /^application\/manifest\+json; charset=utf-8$/,
  ".woff2": /^font\/woff2$/,
  ".xlsx": /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/,
  ".xml": /^(application|text)\/xml(; charset=utf-8)?$/,
};

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };
type Taken = keyof typeof decoders;

const origin = inject("siteOrigin");

/** The smallest and the largest file of each ending. */
const files = built ? extremes() : [];

describe.skipIf(!built)("yeelen serve on the built site", () => {
  test("every ending of the build has a type that is known here", () => {
    expect([...new Set(files.map((file) => extname(file)))].filter((ending) => !types[ending])).toEqual([]);
  });

  test.each(files)("%s comes with its type, whole, by GET and HEAD, in every coding", async (file) => {
    const content = readFileSync(join(folder, file));
    for (const taken of ["identity", "gzip", "br"] as const) {
      const headers = { "accept-encoding": taken };
      const got = await ask(`${origin}/${file}`, headers);
      const coding = (got.headers["content-encoding"] ?? "identity") as Taken;
      expect([taken, got.status, got.headers["content-type"]]).toEqual([
        taken,
        200,
        expect.stringMatching(types[extname(file)] ?? /^$/),
      ]);
      expect(got.headers["x-content-type-options"]).toBe("nosniff");
      expect(decoders[coding](got.body).equals(content)).toBe(true);
      if (isText(file) && content.byteLength >= 1024) expect(coding).toBe(taken);

      const head = await ask(`${origin}/${file}`, headers, "HEAD");
      expect(head.body.byteLength).toBe(0);
      expect(withoutTimes(head.headers)).toEqual(withoutTimes(got.headers));
    }
  });

  test.each(files)("%s comes by ranges of its own bytes, whatever coding is taken", async (file) => {
    const content = readFileSync(join(folder, file));
    const url = `${origin}/${file}`;
    const { etag = "", "last-modified": modified = "" } = (await ask(url)).headers;
    for (const [range, from, to] of ranges(content.byteLength)) {
      const part = await ask(url, { range, "accept-encoding": "br, gzip", "if-range": etag });
      expect([part.status, part.headers["content-range"]]).toEqual([
        206,
        `bytes ${from}-${to - 1}/${content.byteLength}`,
      ]);
      expect(part.headers["content-type"]).toMatch(types[extname(file)] ?? /^$/);
      expect(part.headers["content-encoding"]).toBeUndefined();
      expect(part.body.equals(content.subarray(from, to))).toBe(true);
    }
    const range = "bytes=0-0";
    expect((await ask(url, { range, "if-range": modified })).status).toBe(206);
    for (const other of ['"another"', `W/${etag}`, "Thu, 01 Jan 1970 00:00:00 GMT"]) {
      const whole = await ask(url, { range, "if-range": other });
      expect([other, whole.status, whole.body.byteLength]).toEqual([other, 200, content.byteLength]);
    }
    expect((await ask(url, { range: `bytes=${content.byteLength}-` })).status).toBe(416);
  });

  test.each(files)("%s is not sent again to who has it, in each coding by its own tag", async (file) => {
    const url = `${origin}/${file}`;
    const tags = new Map<string, string>();
    for (const taken of ["identity", "gzip", "br"] as const) {
      const { headers } = await ask(url, { "accept-encoding": taken });
      const { etag = "", "last-modified": modified = "" } = headers;
      expect(etag).toMatch(/^"[^"]+"$/);
      for (const condition of [{ "if-none-match": etag }, { "if-modified-since": modified }]) {
        const again = await ask(url, { "accept-encoding": taken, ...condition });
        expect([again.status, again.body.byteLength, again.headers.etag]).toEqual([304, 0, etag]);
      }
      tags.set(headers["content-encoding"] ?? "identity", etag);
    }
    expect(new Set(tags.values()).size).toBe(tags.size);
  });

  test("what is not there is answered in the language of its address, in every coding", async () => {
    for (const [path, lang] of [
      ["ar/no/such/page", "ar"],
      ["uk/country/XXX/", "uk"],
      ["_app/immutable/assets/nothing.css", "en"],
    ] as const)
      for (const taken of ["identity", "gzip", "br"] as const) {
        const { status, headers, body } = await ask(`${origin}/${path}`, {
          "accept-encoding": taken,
        });
        const coding = (headers["content-encoding"] ?? "identity") as Taken;
        const html = decoders[coding](body).toString();
        expect([path, status, headers["content-type"], headers["etag"]]).toEqual([
          path,
          404,
          "text/html; charset=utf-8",
          undefined,
        ]);
        expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${lang}"`));
      }
  });

  test("every style sheet and script of the site is sent compressed and as what it is", async () => {
    for (const file of all().filter((file) => /\.(css|js)$/.test(file))) {
      const { headers } = await ask(`${origin}/${file}`, {
        "accept-encoding": "gzip, deflate, br, zstd",
      });
      const { size } = statSync(join(folder, file));
      expect([file, headers["content-type"]]).toEqual([
        file,
        expect.stringMatching(/^text\/(css|javascript)/),
      ]);
      expect([file, headers["content-encoding"]]).toEqual([file, size >= 1024 ? "br" : undefined]);
    }
  });
});

function all(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function extremes(): string[] {
  const byEnding = new Map<string, { file: string; size: number }[]>();
  for (const file of all()) {
    const found = { file, size: statSync(join(folder, file)).size };
    byEnding.set(extname(file), [...(byEnding.get(extname(file)) ?? []), found]);
  }
  const chosen = [...byEnding.values()].flatMap((files) => {
    files.sort((one, other) => one.size - other.size);
    return [files[0], files.at(-1)].flatMap((found) => found?.file ?? []);
  });
  return [...new Set(chosen)].sort();
}

function isText(file: string): boolean {
  return /^text\/|[/+](json|xml|wasm)\b/.test(types[extname(file)]?.source.replaceAll("\\", "") ?? "");
}

function ranges(length: number): (readonly [range: string, from: number, to: number])[] {
  const middle = Math.floor(length / 2);
  return [
    ["bytes=0-0", 0, 1],
    [`bytes=-${Math.min(5, length)}`, length - Math.min(5, length), length],
    [`bytes=${middle}-`, middle, length],
    [`bytes=${middle}-${length + 10}`, middle, length],
  ];
}

/** What an answer says, but for the second it was given in. */
function withoutTimes(headers: Record<string, unknown>): Record<string, unknown> {
  return { ...headers, date: undefined };
}
