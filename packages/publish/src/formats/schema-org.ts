import type { ReleaseFile } from "@yeelen/dataset";
import type { Dataset, WithContext } from "schema-dts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { addressOf, describeRelease, keywords, releaseDate, releaseName, years } from "./description.ts";
import { writeJson } from "./write-json.ts";

/** `dataset.jsonld`: the release as a schema.org `Dataset`, which search engines read. */
export function writeSchemaOrg(
  content: ReleaseContent,
  files: readonly ReleaseFile[],
): Promise<WrittenFile[]> {
  const { manifest, areas } = content;
  const covered = years(content);
  const dataset: WithContext<Dataset> = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: manifest.title,
    description: describeRelease(content),
    url: content.address ?? manifest.sources[0]?.url ?? "",
    identifier: releaseName(content),
    version: manifest.release,
    datePublished: releaseDate(manifest.release),
    inLanguage: "en",
    isAccessibleForFree: true,
    keywords: keywords(content),
    license: manifest.sources.map(({ licence, url }) => ({
      "@type": "CreativeWork" as const,
      name: licence,
      url,
    })),
    creator: manifest.sources.map(({ publisher, url }) => ({
      "@type": "Organization" as const,
      name: publisher,
      url,
    })),
    isBasedOn: manifest.sources.map(({ title, url, release }) => ({
      "@type": "Dataset" as const,
      name: title,
      description: `${title}, release ${release}, as its publisher offers it.`,
      url,
      version: release,
    })),
    ...(covered === undefined ? {} : { temporalCoverage: `${covered[0]}/${covered[1]}` }),
    spatialCoverage: areas.map(({ code, name }) => ({ "@type": "Country" as const, name, identifier: code })),
    variableMeasured: manifest.indicators.map(({ id, title, definition, unit }) => ({
      "@type": "PropertyValue" as const,
      propertyID: id,
      name: title,
      description: definition,
      unitText: unit.other,
    })),
    measurementTechnique: [...new Set(manifest.indicators.map(({ countedBy }) => countedBy))],
    distribution: files
      .filter(({ view }) => view === undefined)
      .map(({ path, bytes, sha256, mediaType }) => ({
        "@type": "DataDownload" as const,
        name: path,
        contentUrl: addressOf(content, path),
        encodingFormat: mediaType,
        contentSize: `${bytes} B`,
        sha256,
      })),
  };
  return writeJson(content, "dataset.jsonld", mediaTypes.jsonld, dataset);
}
