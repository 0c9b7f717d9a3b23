import type { Readable } from "node:stream";
import type { Quad } from "./quads.ts";

/** The terms of the CSVW context that the metadata uses, as http://www.w3.org/ns/csvw defines them. */
export const csvwContext = {
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
export async function csvwParser(
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
