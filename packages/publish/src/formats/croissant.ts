import type { ReleaseFile } from "@yeelen/dataset";
import { keyColumns } from "../release/read-observations.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { columnDescriptions } from "./columns.ts";
import { croissantContext } from "./croissant-context.ts";
import { addressOf, describeRelease, keywords, releaseDate, releaseName } from "./description.ts";
import { writeJson } from "./write-json.ts";

const types = { string: "sc:Text", integer: "sc:Integer", number: "sc:Float" } as const;

/** `croissant.json`: the release as an MLCommons Croissant 1.0 dataset, with the observations as a record set. */
export function writeCroissant(
  content: ReleaseContent,
  files: readonly ReleaseFile[],
): Promise<WrittenFile[]> {
  const { manifest } = content;
  return writeJson(content, "croissant.json", mediaTypes.jsonld, {
    "@context": croissantContext,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.0",
    name: `${manifest.dataset}-${manifest.release}`,
    alternateName: manifest.title,
    identifier: releaseName(content),
    description: describeRelease(content),
    url: content.address ?? manifest.sources[0]?.url ?? "",
    version: manifest.release,
    datePublished: releaseDate(manifest.release),
    license: manifest.sources[0]?.url ?? "",
    citeAs: manifest.sources
      .map(({ publisher, title, release, url }) => `${publisher}, ${title}, ${release}, ${url}`)
      .join("; "),
    creator: manifest.sources.map(({ publisher, url }) => ({
      "@type": "sc:Organization",
      name: publisher,
      url,
    })),
    keywords: keywords(content),
    inLanguage: "en",
    isLiveDataset: false,
    distribution: files
      .filter(({ path }) => /^observations\.(csv|parquet)$/.test(path))
      .map(({ path, bytes, sha256, mediaType }) => ({
        "@type": "cr:FileObject",
        "@id": path,
        name: path,
        contentUrl: addressOf(content, path),
        contentSize: `${bytes} B`,
        encodingFormat: mediaType,
        sha256,
      })),
    recordSet: [
      {
        "@type": "cr:RecordSet",
        "@id": "observations",
        name: "observations",
        description: "One row for each figure, or for each figure that is missing, with the reason.",
        key: keyColumns.map((column) => ({ "@id": `observations/${column}` })),
        field: columnDescriptions.map(({ name, type, description }) => ({
          "@type": "cr:Field",
          "@id": `observations/${name}`,
          name: `observations/${name}`,
          description,
          dataType: types[type],
          source: { fileObject: { "@id": "observations.csv" }, extract: { column: name } },
        })),
      },
    ],
  });
}
