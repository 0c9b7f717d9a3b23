import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Catalog, Manifest, openRelease, sha256, View } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { csv, hashesUnder, madeFiles, rows, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
const published = () => join(folder, "data/published");
const release = () => join(published(), "made-register/2021-06-01");

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
});
afterEach(() => remove());

describe("yeelen publish", () => {
  test("writes every release and a catalogue that knows them by their manifests' hashes", async () => {
    const { code, stdout, stderr } = await yeelen(folder, "publish");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(
      "made-register/2021-06-01  new: 8 rows read, 0 left out, 8 figures, 1 conflicting, 1 suppressed",
    );
    const catalog = Catalog.parse(JSON.parse(await readFile(join(published(), "catalog.json"), "utf8")));
    expect(
      catalog.datasets.map(({ dataset, releases }) => [dataset, releases.map((r) => [r.release, r.status])]),
    ).toEqual([
      ["made-people", [["2019", "current"]]],
      [
        "made-register",
        [
          ["2021-06-01", "current"],
          ["2020-06-01", "earlier"],
        ],
      ],
    ]);
    for (const { releases } of catalog.datasets)
      for (const { manifest, sha256: expected } of releases) {
        const opened = await openRelease(pathToFileURL(join(published(), manifest)), {
          fetch: fetchFile,
          sha256: expected,
        });
        for (const { path } of opened.manifest.files) await opened.read(path);
      }
  });

  test("names the headers of a database file by their length and hash, of no other file", async () => {
    await yeelen(folder, "publish");
    const { files } = Manifest.parse(JSON.parse(await readFile(join(release(), "manifest.json"), "utf8")));
    const headers = (await readFile(join(release(), "observations.duckdb"))).subarray(0, 12_288);
    expect(files.filter(({ head }) => head).map(({ path, head }) => ({ path, head }))).toEqual([
      { path: "observations.duckdb", head: { bytes: 12_288, sha256: await sha256(headers) } },
    ]);
  });

  test("gives the same bytes again, and from another folder under another name", async () => {
    await yeelen(folder, "publish");
    const first = await hashesUnder(published());
    const again = await yeelen(folder, "publish");
    expect(again.stdout).toContain("0 written");
    const other = await temporaryFolder();
    await writeData(join(other.folder, "else where"));
    expect((await yeelen(join(other.folder, "else where"), "publish", "--out", "out")).code).toBe(0);
    const second = await hashesUnder(join(other.folder, "else where/out"));
    await other.remove();
    expect(second).toEqual(first);
    expect(Object.keys(first).length).toBeGreaterThan(30);
  });

  test("orders the rows by their key and gives codes and labels", async () => {
    await yeelen(folder, "publish");
    const lines = (await readFile(join(release(), "observations.csv"), "utf8")).trimEnd().split("\n");
    const keys = lines.slice(1).map((line) => line.split(",").slice(0, 8).join());
    expect(keys).toEqual([...keys].sort());
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[1]).toBe(
      "made-register,cases-seen,MLI,2018,F,T,T,T,,0,4,suppressed,,Detected victims in the made-up register,Mali,Female,Total,Total,Total,Suppressed: published as a range",
    );
    expect(lines.find((line) => line.includes("UNKNOWN"))).toContain(",1.5,1.5,1.5,,,");
  });

  test("asks of no area that only a table of events names, and keeps its name", async () => {
    await yeelen(folder, "publish");
    const manifest = JSON.parse(await readFile(join(release(), "manifest.json"), "utf8"));
    expect(manifest.areas).toEqual(["MLI", "NER"]);
    expect(await readFile(join(release(), "laws.csv"), "utf8")).toContain("SEN,2005");
  });

  test("makes views with every absence, every bound and the population of each cell", async () => {
    await yeelen(folder, "publish");
    const view = View.parse(JSON.parse(await readFile(join(release(), "views/cases-seen.sex.json"), "utf8")));
    expect(view.axes).toEqual([
      { name: "area", codes: ["MLI", "NER"] },
      { name: "period", codes: [2018, 2019, 2020] },
      { name: "sex", codes: ["T", "F", "M"] },
    ]);
    expect(view.absence).toBe(".s.x--.--" + ".--------");
    expect(view.values.slice(0, 9)).toEqual([30, null, 26, null, null, null, 0, null, null]);
    expect(view.bounds).toEqual([[1, 0, 4]]);
    expect(view.population?.values.slice(0, 3)).toEqual([1000, 500, 500]);
    expect(view.population?.source).toBe("Office of Made-up Statistics, Register of cases");
    const views = (await readdir(join(release(), "views"))).sort();
    expect(views).toEqual(
      ["counterpart", "sex-counterpart", "sex", "total"].map((by) => `cases-seen.${by}.json`).sort(),
    );
  });

  test("refuses to change a release, says which file differs, and leaves everything as it was", async () => {
    await yeelen(folder, "publish");
    const before = await hashesUnder(published());
    await writeData(folder, { "sources/made-register/observations.csv": csv(rows.slice(1)) });
    const { code, stderr } = await yeelen(folder, "publish");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^yeelen: release made-register\/2021-06-01 is published with other content \(.+\); .*--force.*\n$/,
    );
    expect(await hashesUnder(published())).toEqual(before);
    expect((await yeelen(folder, "publish", "--force")).stdout).toContain(
      "made-register/2021-06-01  replaced",
    );
    expect((await yeelen(folder, "verify")).code).toBe(0);
  });

  test("mends a published file that is not as it was", async () => {
    await yeelen(folder, "publish");
    await writeFile(join(release(), "observations.parquet"), "nothing");
    expect((await yeelen(folder, "publish")).stdout).toContain("made-register/2021-06-01  repaired");
    expect((await yeelen(folder, "verify")).code).toBe(0);
  });

  test("keeps a published release whose source is gone", async () => {
    await yeelen(folder, "publish");
    const { remove: removeOther, folder: other } = await temporaryFolder();
    const kept = Object.entries(madeFiles).filter(([path]) => !path.includes("earlier"));
    await writeData(other, Object.fromEntries(kept));
    await yeelen(other, "publish", "--out", published());
    await removeOther();
    const catalog = Catalog.parse(JSON.parse(await readFile(join(published(), "catalog.json"), "utf8")));
    expect(catalog.datasets[1]?.releases.map((entry) => entry.release)).toEqual(["2021-06-01", "2020-06-01"]);
  });

  test("publishes the datasets that are named, and no others", async () => {
    expect((await yeelen(folder, "publish", "made-people")).code).toBe(0);
    expect(existsSync(release())).toBe(false);
    expect((await yeelen(folder, "publish", "made-peple")).stderr).toBe(
      "yeelen: unknown dataset: made-peple; expected one of made-people, made-register\n",
    );
  });

  test("publishes countries of the whole world, and names and regions from areas.csv", async () => {
    await writeData(folder, {
      "areas.csv": "code,m49,name,region,programme\nFJI,242,Fiji Islands,oceania,true\n",
      "sources/made-register/observations.csv": csv([
        "made-register,cases-seen,FJI,2018,T,T,T,T,3,3,3,,",
        "made-register,cases-seen,FRA,2018,T,T,T,T,4,4,4,,",
      ]),
    });
    expect((await yeelen(folder, "publish")).stderr).toBe("");
    const text = await readFile(join(release(), "observations.csv"), "utf8");
    expect(text).toContain(",Fiji Islands,");
    expect(text).toContain(",France,");
  });

  test("takes a table with fewer columns, in another order, with a byte order mark and Windows line ends", async () => {
    const text = "\ufeffarea,period,indicator,value\r\nMLI,2018,cases-seen,3\r\n";
    await writeData(folder, { "sources/made-register/observations.csv": text });
    expect((await yeelen(folder, "publish")).stderr).toBe("");
    expect(await readFile(join(release(), "observations.csv"), "utf8")).toContain(
      "\nmade-register,cases-seen,MLI,2018,T,T,T,T,3,3,3,,,",
    );
  });

  test("lists the manifest's hash in the catalogue as sha256 of the file's bytes", async () => {
    await yeelen(folder, "publish");
    const catalog = Catalog.parse(JSON.parse(await readFile(join(published(), "catalog.json"), "utf8")));
    const [first] = catalog.datasets[0]?.releases ?? [];
    expect(first?.sha256).toBe(await sha256(await readFile(join(published(), first?.manifest ?? ""))));
  });
});
