import { IntegrityError, openRelease, sha256 } from "@yeelen/dataset";
import { expect, test } from "vitest";

const address = "https://figures.test/unodc-glotip/2025-04-14/";
const figures = new TextEncoder().encode("area,value\nMLI,13\n");

async function manifestOf(content: Uint8Array): Promise<string> {
  return JSON.stringify({
    schema: "yeelen-manifest/1",
    dataset: "unodc-glotip",
    release: "2025-04-14",
    title: "Figures",
    areas: ["MLI"],
    indicators: [],
    sources: [],
    protection: {
      policy: "as-published",
      statement: "Suppressed by the publisher.",
      suppressedCells: 0,
      conflictingCells: 0,
      audit: "as-published",
    },
    files: [
      {
        path: "observations.csv",
        bytes: content.byteLength,
        sha256: await sha256(content),
        mediaType: "text/csv",
      },
    ],
  });
}

function serve(files: Record<string, Uint8Array | string>): typeof fetch {
  return async (input) => {
    const body = files[String(input).replace(address, "")];
    return body === undefined
      ? new Response(null, { status: 404, statusText: "Not Found" })
      : new Response(typeof body === "string" ? body : new Uint8Array(body));
  };
}

async function open(served: Uint8Array | string) {
  return openRelease(address, {
    fetch: serve({ "manifest.json": await manifestOf(figures), "observations.csv": served }),
  });
}

test("openRelease(url).read(path) gives a file that matches its manifest", async () => {
  const release = await open(figures);
  expect(new TextDecoder().decode(await release.read("observations.csv"))).toBe("area,value\nMLI,13\n");
});

test.each([
  ["with one bit flipped", Uint8Array.from(figures, (byte, index) => (index === 15 ? byte ^ 1 : byte))],
  ["cut short", figures.slice(0, -1)],
  ["with bytes appended", new Uint8Array([...figures, 10])],
  ["replaced by a page", "<!doctype html><title>Not found</title>"],
  ["that is empty", ""],
])("openRelease(url).read(path) refuses a file %s", async (_, served) => {
  const release = await open(served);
  const refusal = release.read("observations.csv");
  await expect(refusal).rejects.toThrow(IntegrityError);
  await expect(refusal).rejects.toThrow(/observations\.csv/);
});

test("openRelease(url).read(path) names a path the release does not hold, and those it does", async () => {
  const release = await open(figures);
  await expect(release.read("../secret.csv")).rejects.toThrow(
    /\.\.\/secret\.csv .* it holds observations\.csv/,
  );
});

test("openRelease(url, { sha256 }) refuses a manifest that is not the one the catalogue names", async () => {
  const manifest = await manifestOf(figures);
  const fetch = serve({ "manifest.json": manifest });
  await expect(openRelease(address, { fetch, sha256: "0".repeat(64) })).rejects.toThrow(
    /manifest\.json has sha256/,
  );
  await expect(openRelease(address, { fetch, sha256: await sha256(manifest) })).resolves.toBeDefined();
});

test.each([
  ["HTML instead of JSON", "<!doctype html>", /not JSON/],
  ["a manifest of another schema", '{"schema":"yeelen-manifest/9"}', /field schema/],
  ["a manifest whose path climbs out of its folder", "climb", /field files\.0\.path/],
])("openRelease(url) refuses %s", async (_, body, message) => {
  const manifest =
    body === "climb"
      ? (await manifestOf(figures)).replace("observations.csv", "a/../../observations.csv")
      : body;
  await expect(openRelease(address, { fetch: serve({ "manifest.json": manifest }) })).rejects.toThrow(
    message,
  );
});

test("openRelease(url) says which address cannot be read", async () => {
  await expect(openRelease(address, { fetch: serve({}) })).rejects.toThrow(/manifest\.json: .*404/);
});
