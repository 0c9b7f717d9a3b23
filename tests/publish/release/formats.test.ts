import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { read, utils } from "@e965/xlsx";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import jsonld from "jsonld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csv, rows, temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
const file = (name: string) => join(folder, "data/published/made-register/2021-06-01", name);
const json = async (name: string) => JSON.parse(await readFile(file(name), "utf8"));
const address = "https://data.example.org/yeelen/made-register/2021-06-01/";

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(folder);
  const hostile = 'made-register,cases-seen,NER,2019,T,T,T,T,3,3,3,,"=HYPERLINK(""http://x"",""y"")"';
  await writeFile(join(folder, "data/sources/made-register/observations.csv"), csv([...rows, hostile]));
  expect((await yeelen(folder, "publish", "--address", "https://data.example.org/yeelen")).stderr).toBe("");
});
afterAll(() => remove());

async function query(sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const found = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return found;
}

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly value: string;
    readonly termType: string;
    readonly datatype?: { readonly value: string };
  };
}

async function quads(name: string, contexts: Readonly<Record<string, object>> = {}): Promise<Quad[]> {
  const documentLoader = async (url: string) => {
    const document = contexts[url];
    if (!document) throw new Error(`no such context: ${url}`);
    return { document, documentUrl: url, contextUrl: undefined } as never;
  };
  return (await jsonld.toRDF(await json(name), {
    base: `${address}${name}`,
    documentLoader,
  })) as unknown as Quad[];
}

describe("a release's observations", () => {
  test("are the same in CSV, Parquet, Arrow and DuckDB", async () => {
    const columns =
      "dataset, indicator, area, period, sex, age, exploitation, counterpart, value, low, high, absence";
    const parquet = await query(`SELECT ${columns} FROM '${file("observations.parquet")}'`);
    const numbers = ["period", "value", "low", "high"];
    const typed = columns
      .split(", ")
      .map((name) => (numbers.includes(name) ? `${name}::DOUBLE AS ${name}` : name));
    const fromCsv = await query(
      `SELECT ${typed.join(", ")} FROM read_csv('${file("observations.csv")}', header = true, all_varchar = true)`,
    );
    const database = await query(
      `ATTACH '${file("observations.duckdb")}' AS d (READ_ONLY); SELECT ${columns} FROM d.observations`,
    );
    const arrow = tableFromIPC(await readFile(file("observations.arrow")));
    expect(parquet).toHaveLength(rows.length + 1);
    expect(fromCsv).toEqual(parquet);
    expect(database).toEqual(parquet);
    const names = columns.split(", ");
    expect(arrow.toArray().map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))).toEqual(
      parquet,
    );
  });

  test("are in the DuckDB file with indicators, areas, population, sources and event tables", async () => {
    const instance = await DuckDBInstance.create(file("observations.duckdb"), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await ask("SELECT table_name FROM duckdb_tables() ORDER BY ALL")).toEqual(
      ["areas", "indicators", "laws", "observations", "population", "sources"].map((name) => [name]),
    );
    expect(await ask("SELECT * FROM areas")).toEqual([
      ["MLI", "466", "Mali", "africa", true],
      ["NER", "562", "Niger", "africa", true],
      ["SEN", "686", "Senegal", "africa", false],
    ]);
    expect(await ask("SELECT count(*), sum(value) FROM population")).toEqual([["6", 4000]]);
    expect(await ask("SELECT id FROM sources")).toEqual([["made-register"], ["made-people"]]);
    expect(await ask("SELECT count(*), count(value) FROM observations")).toEqual([["9", "7"]]);
    connection.closeSync();
    instance.closeSync();
  });

  test("hold plain types, no dictionaries of codes, no metadata, no path, no time", async () => {
    const schema = await query(
      `SELECT name, type, logical_type FROM parquet_schema('${file("observations.parquet")}') WHERE type IS NOT NULL`,
    );
    expect(schema).toHaveLength(13);
    for (const column of schema as { type: string; logical_type: string | null }[])
      expect(`${column.type}`).toMatch(/^(BYTE_ARRAY|INT32|DOUBLE)$/);
    expect(await query(`SELECT * FROM parquet_kv_metadata('${file("observations.parquet")}')`)).toEqual([]);
    const [meta] = (await query(
      `SELECT created_by FROM parquet_file_metadata('${file("observations.parquet")}')`,
    )) as { created_by: string }[];
    expect(meta?.created_by).toMatch(/^DuckDB version v[\d.]+ \(build [0-9a-f]+\)$/);
    const { schema: arrow } = tableFromIPC(await readFile(file("observations.arrow")));
    expect(arrow.metadata.size).toBe(0);
    expect(arrow.fields.map((field) => String(field.type)).sort()).toEqual([
      ...["Float64", "Float64", "Float64", "Int32"],
      ...new Array(9).fill("Utf8"),
    ]);
  });
});

describe("observations.xlsx, read by a spreadsheet library,", () => {
  test("has figures as numbers, ranges as text, absences without a number, and no formula", async () => {
    const book = read(await readFile(file("observations.xlsx")), { cellFormula: true });
    expect(book.SheetNames).toEqual(["Figures", "Notes"]);
    const sheet = book.Sheets["Figures"];
    if (!sheet) throw new Error("no sheet");
    const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
    expect(lines[0]).toEqual(
      expect.arrayContaining(["Indicator", "Country", "Year", "Value", "Why there is no value"]),
    );
    const value = (area: string, year: number, sex: string) =>
      lines
        .filter((line) => line[1] === area && line[2] === year && line[3] === sex && line[6] === "Total")
        .map((line) => line[7]);
    expect(value("Mali", 2018, "Total")).toEqual([30]);
    expect(value("Mali", 2018, "Female")).toEqual(["0 to 4"]);
    expect(value("Mali", 2019, "Total")).toEqual([null]);
    expect(value("Mali", 2020, "Total")).toEqual([0]);
    for (const [name, cell] of Object.entries(sheet))
      if (!name.startsWith("!")) expect(cell.f, name).toBeUndefined();
    const dangerous = lines.flat().filter((cell) => typeof cell === "string" && /^[=+@-]/.test(cell));
    expect(dangerous).toEqual([]);
    expect(lines.flat()).toContain(`'=HYPERLINK("http://x","y")`);
  });

  test("says on its sheet of notes what the figures are, and how they are protected", async () => {
    const book = read(await readFile(file("observations.xlsx")));
    const notes = utils.sheet_to_csv(book.Sheets["Notes"] ?? {});
    for (const text of [
      "The office prints small numbers as a range.",
      "The form was changed.",
      "A made-up caveat.",
      "Register of cases",
    ])
      expect(notes).toContain(text);
  });
});

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
    expect(read).toHaveLength(rows.length + 1);
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

interface LoadedPackage {
  readonly valid: boolean;
  readonly errors: unknown[];
  getResource(name: string): { read(options: object): Promise<Record<string, unknown>[]> };
}

/** The terms of the CSVW context that the metadata uses, as http://www.w3.org/ns/csvw defines them. */
const csvwContext = {
  "@context": {
    csvw: "http://www.w3.org/ns/csvw#",
    dc: "http://purl.org/dc/terms/",
    schema: "http://schema.org/",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    url: { "@id": "csvw:url", "@type": "@id" },
    tableSchema: { "@id": "csvw:tableSchema", "@type": "@id" },
    columns: { "@id": "csvw:column", "@container": "@list", "@type": "@id" },
    dialect: { "@id": "csvw:dialect", "@type": "@id" },
    name: "csvw:name",
    titles: "csvw:title",
    datatype: { "@id": "csvw:datatype", "@type": "@vocab" },
    base: "csvw:base",
    format: "csvw:format",
    null: "csvw:null",
    required: "csvw:required",
    primaryKey: { "@id": "csvw:primaryKey" },
    delimiter: "csvw:delimiter",
    encoding: "csvw:encoding",
    header: "csvw:header",
    doubleQuote: "csvw:doubleQuote",
    lineTerminators: "csvw:lineTerminators",
    double: "xsd:double",
    string: "xsd:string",
  },
};

interface TermFactory {
  literal(value: string, datatype: unknown): unknown;
  blankNode(name: string): unknown;
  namedNode(iri: string): unknown;
  quad(subject: unknown, predicate: unknown, object: unknown): unknown;
}

/** A CSV on the Web reader (it ships no types) that knows the metadata as RDF. */
async function csvwParser(
  metadata: readonly Quad[],
  baseIRI: string,
): Promise<{ import(stream: Readable): AsyncIterable<Quad> }> {
  const load = async (name: string) => (await import(name)).default;
  const model: TermFactory = await load("@rdfjs/data-model");
  const { dataset }: { dataset(quads: unknown[]): unknown } = await load("@rdfjs/dataset");
  const Parser: new (options: object) => { import(stream: Readable): AsyncIterable<Quad> } =
    await load("rdf-parser-csvw");
  const node = (name: string) =>
    name.startsWith("_:") ? model.blankNode(name.slice(2)) : model.namedNode(name);
  const object = ({ termType, value, datatype }: Quad["object"]) =>
    termType === "Literal" ? model.literal(value, model.namedNode(datatype?.value ?? "")) : node(value);
  const graph = metadata.map((quad) =>
    model.quad(node(quad.subject.value), node(quad.predicate.value), object(quad.object)),
  );
  return new Parser({ metadata: dataset(graph), baseIRI, timezone: "utc" });
}

describe("observations.csv-metadata.json", () => {
  test("lets a CSV on the Web reader turn the table into figures with their types", async () => {
    const metadata = await quads("observations.csv-metadata.json", {
      "http://www.w3.org/ns/csvw": csvwContext,
    });
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
    const found = await quads("dcat.jsonld");
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
    const found = await quads("dataset.jsonld", { "https://schema.org": context });
    expect(
      of(found, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type").map((quad) => quad.object.value),
    ).toContain("https://schema.org/Dataset");
    expect(of(found, "https://schema.org/contentUrl").map((quad) => quad.object.value)).toContain(
      `${address}observations.csv`,
    );
    expect(of(found, "https://schema.org/temporalCoverage")[0]?.object.value).toBe("2018/2020");
  });

  test("croissant.json is a Croissant dataset whose fields are the CSV's columns", async () => {
    const found = await quads("croissant.json");
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
    await yeelen(folder, "publish", "--out", "plain");
    const text = await readFile(join(folder, "plain/made-register/2021-06-01/dcat.jsonld"), "utf8");
    expect(JSON.parse(text)["dcat:distribution"][0]["dcat:downloadURL"]["@id"]).toBe(
      "charts/cases-seen.MLI.svg",
    );
  });
});

describe("codelists.json", () => {
  test("is an SDMX-JSON structure message with every code that the observations use", async () => {
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
});

describe("charts", () => {
  test("are drawn for each country and for all, from the view, and say what is missing", async () => {
    const all = await readFile(file("charts/cases-seen.svg"), "utf8");
    expect(all).toContain("<title>Detected victims in the made-up register</title>");
    const mali = await readFile(file("charts/cases-seen.MLI.svg"), "utf8");
    expect(mali).toContain("Mali");
    expect(mali).toContain("The form was changed.");
    expect(await readFile(file("charts/cases-seen.NER.svg"), "utf8")).not.toContain("The form was changed.");
  });
});
