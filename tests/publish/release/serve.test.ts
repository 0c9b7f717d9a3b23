import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder, type RunningServer } from "../../../packages/publish/src/serve/serve-folder.ts";
import { temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
let server: RunningServer;
const release = "made-register/2021-06-01";

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
  await yeelen(folder, "publish", "--out", "site/data");
  await mkdir(join(folder, "site/about"), { recursive: true });
  await writeFile(join(folder, "site/index.html"), "<!doctype html><title>home</title>");
  await writeFile(join(folder, "site/404.html"), "<!doctype html><title>not here</title>");
  await writeFile(join(folder, "site/about/index.html"), "<!doctype html><title>about</title>");
  await writeFile(join(folder, "site/mli.html"), "<!doctype html><title>Mali</title>");
  await writeFile(join(folder, "site/widget.js"), "export {};");
  await writeFile(join(folder, "site/about/404.html"), "<!doctype html><title>not about this</title>");
  await mkdir(join(folder, "site/embed/line-1"), { recursive: true });
  await writeFile(join(folder, "site/embed/line-1/index.html"), "<!doctype html><title>figure</title>");
  await writeFile(join(folder, "secret.txt"), "secret");
  await yeelen(folder, "compress", "site");
  server = await serveFolder(join(folder, "site"), { port: 0, host: "localhost" });
});
afterAll(async () => {
  await server.close();
  await remove();
});

const get = (path: string, init?: RequestInit) => fetch(`${server.url}/${path}`, init);

/** A request as it is written: `fetch` tidies paths up and asks for no stored answer. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const { port, hostname } = new URL(server.url);
    request({ host: hostname, port, path: `/${path}`, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    })
      .on("error", reject)
      .end();
  });

describe("serveFolder(folder)", () => {
  test.each([
    ["observations.csv", "text/csv; charset=utf-8"],
    ["observations.parquet", "application/vnd.apache.parquet"],
    ["observations.arrow", "application/vnd.apache.arrow.file"],
    ["observations.duckdb", "application/vnd.duckdb"],
    ["observations.csv-metadata.json", "application/csvm+json"],
    ["dcat.jsonld", "application/ld+json"],
    ["views/cases-seen.total.json", "application/json"],
    ["manifest.json", "application/json"],
  ])("gives %s as %s, for good and to everyone", async (name, type) => {
    const response = await get(`data/${release}/${name}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(await readFile(join(folder, "site/data", release, name)))).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
    });
  });

  test.each<[string | undefined, string]>([
    ["br", "gzip, deflate, br"],
    ["gzip", "gzip"],
    [undefined, "br;q=0, identity"],
  ])(
    "sends text in %s to a browser that takes %j, and the same bytes once unpacked",
    async (coding, accepted) => {
      const path = `data/${release}/observations.csv`;
      const response = await get(path, { headers: { "accept-encoding": accepted } });
      expect(response.headers.get("content-encoding") ?? undefined).toBe(coding);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(await readFile(join(folder, "site", path)))).toBe(true);
      const tag = response.headers.get("etag") ?? "";
      const again = await raw(path, { "accept-encoding": accepted, "if-none-match": tag });
      expect(again.status).toBe(304);
    },
  );

  test("sends no copy that is older than its file: it may hold other figures", async () => {
    const file = join(folder, "site/figures.csv");
    const rows = `area,value\n${"MLI,1\n".repeat(400)}`;
    await writeFile(file, rows);
    await yeelen(folder, "compress", "site");
    expect((await get("figures.csv")).headers.get("content-encoding")).toBe("gzip");
    await writeFile(file, rows.replaceAll("1", "2"));
    const after = (await stat(`${file}.br`)).mtimeMs / 1000 + 1;
    await utimes(file, after, after);
    const changed = await get("figures.csv");
    expect(changed.headers.get("content-encoding")).toBeNull();
    expect(await changed.text()).toContain("MLI,2");
    expect((await yeelen(folder, "compress", "site")).stdout).toMatch(/, 1 of them compressed now/);
  });

  test("a compressed release is still as published, until a copy holds other bytes than its file", async () => {
    expect(await yeelen(folder, "verify", "site/data")).toMatchObject({ code: 0 });
    const copy = join(folder, "site/data", release, "observations.csv.br");
    const content = await readFile(copy);
    await writeFile(copy, await readFile(join(folder, "site/data", release, "manifest.json.br")));
    const { code, stdout } = await yeelen(folder, "verify", "site/data");
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${release}/observations.csv.br: holds other bytes than ${release}/observations`,
    );
    await writeFile(copy, content);
    const stray = join(folder, "site/data", release, "nothing.csv.gz");
    await writeFile(stray, content);
    expect((await yeelen(folder, "verify", "site/data")).stdout).toContain("the manifest knows no such file");
    await rm(stray);
  });

  test("lets any page show what it serves, one that isolates itself too", async () => {
    const frame = (await get("embed/line-1/")).headers;
    expect(frame.get("cross-origin-embedder-policy")).toBe("require-corp");
    for (const path of ["embed/line-1/", "widget.js", "mli", `data/${release}/manifest.json`])
      expect((await get(path)).headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect((await get("mli")).headers.get("cross-origin-embedder-policy")).toBeNull();
  });

  test("keeps what an address asks for when it adds the slash of a folder, and leads nowhere else", async () => {
    expect((await raw("about?areas=MLI")).headers.location).toBe("/about/?areas=MLI");
    expect((await raw("/about")).headers.location).toBe("/about/");
  });

  test("sends a range as it is, whatever the browser takes", async () => {
    const path = `data/${release}/observations.csv`;
    const headers = { range: "bytes=3-9", "accept-encoding": "br" };
    const response = await raw(path, headers);
    expect(response.status).toBe(206);
    expect(response.headers["content-encoding"]).toBeUndefined();
    expect(response.body).toBe((await readFile(join(folder, "site", path), "utf8")).slice(3, 10));
  });

  test("has the catalogue asked for each time, and pages and scripts checked", async () => {
    expect((await get("data/catalog.json")).headers.get("cache-control")).toBe("no-store");
    expect((await get("")).headers.get("cache-control")).toBe("no-cache");
    const script = await get("widget.js");
    expect(script.headers.get("cache-control")).toBe("no-cache");
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  test.each([
    ["bytes=0-0", 0, 1],
    ["bytes=10-19", 10, 20],
    ["bytes=-5", -5, undefined],
    ["bytes=100-", 100, undefined],
  ])("answers the range %s with exactly these bytes", async (range, from, to) => {
    const whole = await readFile(join(folder, "site/data", release, "observations.duckdb"));
    const response = await get(`data/${release}/observations.duckdb`, { headers: { range } });
    expect(response.status).toBe(206);
    expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(from, to))).toBe(true);
    expect(response.headers.get("content-range")).toMatch(new RegExp(`/${whole.length}$`));
  });

  test("tells a range outside the file, and a file's length to HEAD", async () => {
    const path = `data/${release}/manifest.json`;
    const { length } = await readFile(join(folder, "site", path));
    expect((await get(path, { headers: { range: `bytes=${length}-` } })).status).toBe(416);
    const head = await get(path, { method: "HEAD", headers: { "accept-encoding": "identity" } });
    expect(head.headers.get("content-length")).toBe(String(length));
    expect(await head.text()).toBe("");
  });

  test("answers 304 to who has the same bytes", async () => {
    const { headers } = await raw("mli.html");
    expect((await raw("mli.html", { "if-none-match": headers.etag ?? "" })).status).toBe(304);
  });

  test("finds pages by their names, and says not found in the site's own words", async () => {
    expect(await (await get("mli")).text()).toContain("Mali");
    expect(await (await get("about/")).text()).toContain("about");
    const missing = await get("nowhere");
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain("not here");
    expect(missing.headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const path of ["about/nobody", "about/no/body/at/all/"]) {
      const nearest = await get(path, { headers: { range: "bytes=0-3" } });
      expect([nearest.status, await nearest.text()]).toEqual([
        404,
        expect.stringContaining("not about this"),
      ]);
    }
    expect((await get("data/nothing.csv", { method: "HEAD" })).status).toBe(404);
  });

  test.each(["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "....//secret.txt", "%00", "%"])(
    "never leaves the folder for %s",
    async (path) => {
      const { status, body } = await raw(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain("secret");
    },
  );

  test("lets another site ask for ranges, and refuses to be written to", async () => {
    const asked = await get(`data/${release}/observations.duckdb`, { method: "OPTIONS" });
    expect(asked.headers.get("access-control-allow-headers")).toContain("Range");
    expect((await get("widget.js", { method: "POST", body: "x" })).status).toBe(405);
  });

  test("says that a port is taken and takes the next free one", async () => {
    const other: Server = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    const taken: number[] = [];
    const next = await serveFolder(join(folder, "site"), {
      port,
      host: "localhost",
      taken: (number) => taken.push(number),
    });
    await next.close();
    await new Promise((done) => other.close(done));
    expect(taken[0]).toBe(port);
    expect(Number(new URL(next.url).port)).toBe((taken.at(-1) ?? 0) + 1);
  });

  test("refuses a folder that is not there and a port that is none", async () => {
    expect((await yeelen(folder, "serve", "nowhere")).stderr).toMatch(/^yeelen: no such folder: [^\n]+\n$/);
    expect((await yeelen(folder, "serve", "site", "--port", "99999")).stderr).toMatch(
      /^yeelen: --port: 99999; expected/,
    );
  });
});
