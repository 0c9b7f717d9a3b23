import jsonld from "jsonld";

/** A statement of RDF, as far as the tests look at it. */
export interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly value: string;
    readonly termType: string;
    readonly datatype?: { readonly value: string };
  };
}

/** The statements of a JSON-LD document at an address, under contexts given here: nothing is fetched. */
export async function quads(
  document: object,
  base: string,
  contexts: Readonly<Record<string, object>> = {},
): Promise<Quad[]> {
  const documentLoader = async (url: string) => {
    const context = contexts[url];
    if (!context) throw new Error(`no such context: ${url}`);
    return { document: context, documentUrl: url, contextUrl: undefined } as never;
  };
  return (await jsonld.toRDF(document as never, {
    base,
    documentLoader,
  })) as unknown as Quad[];
}
