import { sha256 } from "@yeelen/dataset";
import { expect, test } from "vitest";
import { integrityOf } from "../../packages/widgets/src/data/follow-catalog.ts";
import { loadView, viewPath } from "../../packages/widgets/src/data/load-view.ts";

const names = { dataset: "unodc-glotip", release: "2025-04-14" };
const view = JSON.stringify({ ...names, schema: "yeelen-view/1", indicator: "victims-detected" });
const path = "views/victims-detected.total.json";
const question = { indicator: "victims-detected", path, release: undefined, integrity: undefined };
const pinned = { ...question, release: "unodc-glotip/2025-04-14" };
const fields = (given: Record<string, string>) => (name: string) => given[name] ?? null;

interface Asked {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

async function published(status = "current"): Promise<Record<string, string>> {
  const manifest = JSON.stringify({ ...names, files: [{ path, sha256: await sha256(view) }] });
  const release = {
    release: "2025-04-14",
    manifest: "unodc-glotip/2025-04-14/manifest.json",
    sha256: await sha256(manifest),
    status,
    erratum: { reason: "The totals were wrong." },
  };
  const catalog = {
    datasets: [{ dataset: "unodc-glotip", indicators: ["victims-detected"], releases: [release] }],
  };
  return {
    "catalog.json": JSON.stringify(catalog),
    "unodc-glotip/2025-04-14/manifest.json": manifest,
    [`unodc-glotip/2025-04-14/${path}`]: view,
  };
}

function server(files: Record<string, string>): { fetch: typeof fetch; asked: Asked[]; src: URL } {
  const src = new URL(`https://figures.test/${crypto.randomUUID()}/`);
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({ url: String(input).replace(src.href, ""), init });
    const body = files[String(input).replace(src.href, "")];
    return new Response(body ?? "not found", { status: body === undefined ? 404 : 200 });
  };
  return { fetch, asked, src };
}

test("viewPath(question) names the smallest view that holds every dimension of the question", () => {
  expect(viewPath("victims-detected", fields({}))).toBe(path);
  const sexAndAge = "views/victims-detected.sex-age.json";
  expect(viewPath("victims-detected", fields({ by: "age", where: "sex:F" }))).toBe(sexAndAge);
  expect(viewPath("victims-detected", fields({ by: "age,sex sexage", where: "unsex:F" }))).toBe(sexAndAge);
});

test("loadView(pinned) makes one request, checked against its hash, without referrer, and without cookies to another origin", async () => {
  const { fetch, asked, src } = server(await published());
  const integrity = integrityOf(await sha256(view));
  await loadView({ ...pinned, src, integrity }, fetch);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.init).toMatchObject({
    integrity,
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
});

test("loadView(following) checks the manifest against the catalogue and the view against the manifest", async () => {
  const files = await published();
  const { fetch, asked, src } = server(files);
  await loadView({ ...question, src }, fetch);
  expect(asked.map(({ url }) => url)).toEqual(Object.keys(files));
  expect(asked[1]?.init?.integrity).toBe(
    integrityOf(await sha256(files["unodc-glotip/2025-04-14/manifest.json"] ?? "")),
  );
  expect(asked[2]?.init?.integrity).toBe(integrityOf(await sha256(view)));
});

test("loadView(same) shares one request, and asks again after a failure", async () => {
  const files = await published();
  const { fetch, asked, src } = server(files);
  await Promise.all([loadView({ ...question, src }, fetch), loadView({ ...question, src }, fetch)]);
  expect(asked).toHaveLength(3);

  const failing = server({});
  const request = { ...question, src: failing.src };
  await expect(loadView(request, failing.fetch)).rejects.toThrow(/catalog\.json answered 404/);
  await expect(loadView(request, failing.fetch)).rejects.toThrow(/catalog\.json answered 404/);
  expect(failing.asked).toHaveLength(2);
});

test("loadView(withdrawn) refuses with the reason", async () => {
  const { fetch, src } = server(await published("withdrawn"));
  const request = { ...pinned, src };
  await expect(loadView(request, fetch)).rejects.toThrow(/withdrawn\. The totals were wrong\./);
});

test("loadView(unknown indicator) names it", async () => {
  const { fetch, src } = server(await published());
  await expect(loadView({ ...question, src, indicator: "smuggling" }, fetch)).rejects.toThrow(
    /indicator: smuggling is not published/,
  );
});

test("loadView(a release under another's name, path or file) is refused, pinned or following", async () => {
  const files = await published();
  const catalog = files["catalog.json"] ?? "";
  const other = catalog.replace('"release":"2025-04-14"', '"release":"2024-01-01"');
  const renamed = server({ ...files, "catalog.json": other });
  await expect(loadView({ ...question, src: renamed.src }, renamed.fetch)).rejects.toThrow(
    "src: unodc-glotip/2025-04-14/manifest.json is not of unodc-glotip/2024-01-01",
  );
  const moved = server({
    "catalog.json": other.replace("unodc-glotip/2025-04-14/", "unodc-glotip/2024-01-01/"),
    "unodc-glotip/2024-01-01/manifest.json": files["unodc-glotip/2025-04-14/manifest.json"] ?? "",
  });
  await expect(loadView({ ...question, src: moved.src }, moved.fetch)).rejects.toThrow(
    "src: a file of unodc-glotip/2025-04-14 in the place of unodc-glotip/2024-01-01",
  );
  const { fetch, src } = server({ [`unodc-glotip/2024-01-01/${path}`]: view });
  const integrity = integrityOf(await sha256(view));
  await expect(
    loadView({ ...question, src, release: "unodc-glotip/2024-01-01", integrity }, fetch),
  ).rejects.toThrow("no figures for victims-detected");
});

test("loadView(view of another question) is refused", async () => {
  const files = await published();
  const { fetch, src } = server({
    ...files,
    [`unodc-glotip/2025-04-14/${path}`]: JSON.stringify({ ...names, schema: "other" }),
  });
  await expect(loadView({ ...question, src }, fetch)).rejects.toThrow(
    /no figures for victims-detected at views/,
  );
});
