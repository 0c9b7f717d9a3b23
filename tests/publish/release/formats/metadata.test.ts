import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { yeelen } from "../made-workspace.ts";
import { csvwContext, csvwParser } from "./csvw-reader.ts";
import { address, publishedRegister, publishedRows, query } from "./published-register.ts";
import { quads, type Quad } from "./quads.ts";

const { folder, file, json } = publishedRegister();

describe("datapackage.json", () => {
  test("is a valid Data Package whose table schema reads every row of the CSV", async () => {
    const { Package } = createRequire(import.meta.url)("datapackage") as {
      Package: { load(path: string, options: object): Promise<LoadedPackage> };
    };
    const loaded = await Package.load(file("datapackage.json"), { basePath: file(""), strict: false });
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    const resource = loaded.getResource("observations.csv");
    const read = await resource.read({ keyed: true });
    expect(read).toHaveLength(publishedRows);
    expect(read.find((row) => row["sex"] === "F")).toMatchObject({
      area: "MLI",
      period: 2018,
      value: null,
      low: 0,
      high: 4,
      absence: "suppressed",
    });
    expect(read.find((row) => row["counterpart"] === "UNKNOWN")).toMatchObject({ value: 1.5 });
  });

  test("lists every data file with its length and hash", async () => {
    const { resources, $schema } = await json("datapackage.json");
    expect($schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    const manifest = await json("manifest.json");
    for (const { path, bytes, hash } of resources)
      expect(manifest.files).toContainEqual(
        expect.objectContaining({ path, bytes, sha256: hash.replace("sha256:", "") }),
      );
    expect(resources.length).toBeGreaterThan(10);
  });
});

describe("observations.csv-metadata.json", () => {
  test("lets a CSV on the Web reader turn the table into figures with their types", async () => {
    const metadata = await quads(
      await json("observations.csv-metadata.json"),
      `${address}observations.csv-metadata.json`,
      {
        "http://www.w3.org/ns/csvw": csvwContext,
      },
    );
    const parser = await csvwParser(metadata, `${address}observations.csv`);
    const found: Quad[] = [];
    const stream = parser.import(Readable.from([await readFile(file("observations.csv"), "utf8")]));
    for await (const quad of stream) found.push(quad);
    const values = found.filter((quad) => quad.predicate.value.endsWith("#value"));
    expect(values.map((quad) => Number(quad.object.value)).sort((a, b) => a - b)).toEqual([
      0, 1.5, 3, 7, 12, 26, 30,
    ]);
    expect(new Set(values.map((quad) => quad.object.datatype?.value))).toEqual(
      new Set(["http://www.w3.org/2001/XMLSchema#double"]),
    );
    expect(
      found
        .filter((quad) => quad.predicate.value.endsWith("#absence"))
        .map((quad) => quad.object.value)
        .sort(),
    ).toEqual(["conflicting", "suppressed"]);
  });

  test("names every column of the table, in order", async () => {
    const { tableSchema } = await json("observations.csv-metadata.json");
    const [header] = (await readFile(file("observations.csv"), "utf8")).split("\n");
    expect(tableSchema.columns.map((column: { name: string }) => column.name).join()).toBe(header);
  });
});

describe("catalogue metadata, read as RDF,", () => {
  const of = (found: readonly Quad[], predicate: string) =>
    found.filter((quad) => quad.predicate.value === predicate);

  test("dcat.jsonld has what DCAT-AP 3 asks of a dataset and of each distribution", async () => {
    const found = await quads(await json("dcat.jsonld"), `${address}dcat.jsonld`);
    const dataset = `${address}manifest.json`;
    const own = (name: string) =>
      found.filter((quad) => quad.subject.value === dataset && quad.predicate.value.endsWith(name));
    for (const name of [
      "title",
      "description",
      "publisher",
      "issued",
      "spatial",
      "temporal",
      "theme",
      "keyword",
      "identifier",
      "accessRights",
    ])
      expect(own(name), name).not.toHaveLength(0);
    const distributions = of(found, "http://www.w3.org/ns/dcat#distribution").map(
      (quad) => quad.object.value,
    );
    const accessed = of(found, "http://www.w3.org/ns/dcat#accessURL");
    expect(distributions.length).toBeGreaterThan(8);
    for (const distribution of distributions)
      expect(accessed.find((quad) => quad.subject.value === distribution)?.object).toMatchObject({
        termType: "NamedNode",
        value: expect.stringMatching(address),
      });
    for (const quad of of(found, "http://www.w3.org/ns/dcat#byteSize"))
      expect(quad.object.datatype?.value).toBe("http://www.w3.org/2001/XMLSchema#nonNegativeInteger");
    for (const quad of of(found, "http://spdx.org/rdf/terms#checksumValue"))
      expect(quad.object).toMatchObject({
        value: expect.stringMatching(/^[0-9a-f]{64}$/),
        datatype: { value: "http://www.w3.org/2001/XMLSchema#hexBinary" },
      });
    expect(of(found, "http://purl.org/dc/terms/issued")[0]?.object).toMatchObject({
      value: "2021-06-01",
      datatype: { value: "http://www.w3.org/2001/XMLSchema#date" },
    });
  });

  test("dataset.jsonld is a schema.org Dataset whose downloads are the release's files", async () => {
    const context = {
      "@context": {
        "@vocab": "https://schema.org/",
        contentUrl: { "@type": "@id" },
        url: { "@type": "@id" },
      },
    };
    const found = await quads(await json("dataset.jsonld"), `${address}dataset.jsonld`, {
      "https://schema.org": context,
    });
    expect(
      of(found, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type").map((quad) => quad.object.value),
    ).toContain("https://schema.org/Dataset");
    expect(of(found, "https://schema.org/contentUrl").map((quad) => quad.object.value)).toContain(
      `${address}observations.csv`,
    );
    expect(of(found, "https://schema.org/temporalCoverage")[0]?.object.value).toBe("2018/2020");
  });

  test("croissant.json is a Croissant dataset whose fields are the CSV's columns", async () => {
    const found = await quads(await json("croissant.json"), `${address}croissant.json`);
    expect(of(found, "http://purl.org/dc/terms/conformsTo")[0]?.object.value).toBe(
      "http://mlcommons.org/croissant/1.0",
    );
    const [header] = (await readFile(file("observations.csv"), "utf8")).split("\n");
    const columns = of(found, "http://mlcommons.org/croissant/column").map((quad) => quad.object.value);
    expect([...columns].sort()).toEqual(header?.split(",").sort());
    const types = of(found, "http://mlcommons.org/croissant/dataType").map((quad) => quad.object.value);
    expect(new Set(types)).toEqual(
      new Set(["https://schema.org/Text", "https://schema.org/Integer", "https://schema.org/Float"]),
    );
    const manifest = await json("manifest.json");
    const listed = manifest.files.find((entry: { path: string }) => entry.path === "observations.csv");
    expect(of(found, "https://schema.org/sha256").map((quad) => quad.object.value)).toContain(listed.sha256);
  });

  test("names files relative to themselves when no address is known", async () => {
    await yeelen(folder(), "publish", "--out", "plain");
    const text = await readFile(join(folder(), "plain/made-register/2021-06-01/dcat.jsonld"), "utf8");
    const files = JSON.parse(text)["dcat:distribution"].map(
      (one: Record<string, { "@id": string }>) => one["dcat:downloadURL"]?.["@id"],
    );
    expect(files).toEqual(
      expect.arrayContaining(["charts/cases-seen.MLI.svg", "areas.arrow", "observations.csv"]),
    );
  });
});

test("codelists.json is an SDMX-JSON structure message with every code that the observations use", async () => {
  const { meta, data } = await json("codelists.json");
  expect(meta).toMatchObject({
    prepared: "2021-06-01T00:00:00Z",
    sender: { id: "YEELEN" },
    contentLanguages: ["en"],
  });
  const used = (await query(
    `SELECT DISTINCT counterpart AS code FROM '${file("observations.parquet")}'`,
  )) as { code: string }[];
  const list = data.codelists.find((entry: { id: string }) => entry.id === "CL_COUNTERPART");
  for (const { code } of used) expect(list.codes.map((entry: { id: string }) => entry.id)).toContain(code);
  for (const { id, agencyID, version, codes } of data.codelists) {
    expect(`${agencyID}:${id}(${version})`).toMatch(/^YEELEN:[A-Z_]+\(\d+\.\d+\.\d+\)$/);
    for (const code of codes) expect(code.id).toMatch(/^[A-Za-z0-9_@$-]+$/);
    expect(new Set(codes.map((code: { id: string }) => code.id)).size).toBe(codes.length);
  }
});

interface LoadedPackage {
  readonly valid: boolean;
  readonly errors: unknown[];
  getResource(name: string): { read(options: object): Promise<Record<string, unknown>[]> };
}
