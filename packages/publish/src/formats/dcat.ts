import type { ReleaseFile } from "@yeelen/dataset";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { addressOf, describeRelease, keywords, releaseDate, releaseName, years } from "./description.ts";
import { writeJson } from "./write-json.ts";

const authority = "http://publications.europa.eu/resource/authority";
const fileTypes: Readonly<Record<string, string>> = {
  csv: "CSV",
  parquet: "PARQUET",
  json: "JSON",
  jsonld: "JSON_LD",
  xlsx: "XLSX",
  svg: "SVG",
};
/** Registered media types; a name that is not registered may not be given as one. */
const registered =
  /^(text\/csv|application\/(vnd\.apache\.(parquet|arrow\.file)|json|ld\+json|csvm\+json|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)|image\/svg\+xml)$/;

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** `dcat.jsonld`: the release as a `dcat:Dataset` after DCAT-AP 3, with a distribution for each file that is not a view. */
export function writeDcat(content: ReleaseContent, files: readonly ReleaseFile[]): Promise<WrittenFile[]> {
  const { manifest, areas } = content;
  const covered = years(content);
  const [source] = manifest.sources;
  return writeJson(content, "dcat.jsonld", mediaTypes.jsonld, {
    "@context": context,
    "@id": addressOf(content, "manifest.json"),
    "@type": "dcat:Dataset",
    "dct:title": english(manifest.title),
    "dct:description": english(describeRelease(content)),
    "dct:identifier": releaseName(content),
    "dcat:version": manifest.release,
    "dct:issued": typedDate(releaseDate(manifest.release)),
    "dct:publisher": {
      "@type": "foaf:Agent",
      "foaf:name": english(source?.publisher ?? ""),
      "foaf:homepage": iri(source?.url ?? ""),
    },
    "dcat:landingPage": { "@id": source?.url, "@type": "foaf:Document" },
    "dct:provenance": {
      "@type": "dct:ProvenanceStatement",
      "rdfs:label": english(manifest.protection.statement),
    },
    "dct:accessRights": { "@id": `${authority}/access-right/PUBLIC`, "@type": "dct:RightsStatement" },
    "dct:language": { "@id": `${authority}/language/ENG`, "@type": "dct:LinguisticSystem" },
    "dcat:theme": { "@id": `${authority}/data-theme/JUST` },
    "dcat:keyword": keywords(content).map(english),
    "dct:spatial": areas.map(({ code }) => ({
      "@id": `${authority}/country/${code}`,
      "@type": "dct:Location",
    })),
    ...(covered === undefined
      ? {}
      : {
          "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": typedDate(`${covered[0]}-01-01`),
            "dcat:endDate": typedDate(`${covered[1]}-12-31`),
          },
        }),
    "dcat:distribution": files
      .filter(({ view }) => view === undefined)
      .map((file) => distribution(content, file)),
  });
}

function distribution(content: ReleaseContent, { path, bytes, sha256, mediaType }: ReleaseFile) {
  const format = fileTypes[path.split(".").at(-1) ?? ""];
  const [source] = content.manifest.sources;
  return {
    "@id": `${addressOf(content, "manifest.json")}#${path}`,
    "@type": "dcat:Distribution",
    "dct:title": english(path),
    "dcat:accessURL": { "@id": addressOf(content, path), "@type": "rdfs:Resource" },
    "dcat:downloadURL": { "@id": addressOf(content, path), "@type": "rdfs:Resource" },
    ...(format === undefined
      ? {}
      : { "dct:format": { "@id": `${authority}/file-type/${format}`, "@type": "dct:MediaTypeOrExtent" } }),
    ...(registered.test(mediaType)
      ? {
          "dcat:mediaType": {
            "@id": `https://www.iana.org/assignments/media-types/${mediaType}`,
            "@type": "dct:MediaType",
          },
        }
      : {}),
    "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
    "dct:license": { "@id": source?.url, "@type": "dct:LicenseDocument" },
    "dct:rights": { "@type": "dct:RightsStatement", "rdfs:label": english(source?.licence ?? "") },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm" },
      "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
    },
  };
}

function english(text: string) {
  return { "@value": text, "@language": "en" };
}

function iri(address: string) {
  return { "@id": address };
}

function typedDate(date: string) {
  const type = { 4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date" }[date.length] ?? "xsd:string";
  return { "@value": date, "@type": type };
}
