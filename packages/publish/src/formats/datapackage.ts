import type { ReleaseFile } from "@yeelen/dataset";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { columnDescriptions } from "./columns.ts";
import { keyColumns } from "../release/read-observations.ts";
import { describeRelease, keywords, releaseDate, releaseName } from "./description.ts";
import { writeJson } from "./write-json.ts";

/** `datapackage.json`: the release as a Data Package v2, its CSV with a table schema, its other files as resources. */
export function writeDatapackage(
  content: ReleaseContent,
  files: readonly ReleaseFile[],
): Promise<WrittenFile[]> {
  const { manifest } = content;
  return writeJson(content, "datapackage.json", mediaTypes.json, {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `${manifest.dataset}-${manifest.release}`,
    id: releaseName(content),
    title: manifest.title,
    description: describeRelease(content),
    version: manifest.release,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(releaseDate(manifest.release))
      ? { created: `${releaseDate(manifest.release)}T00:00:00Z` }
      : {}),
    keywords: keywords(content),
    licenses: manifest.sources.map(({ licence, url }) => ({ path: url, title: licence })),
    sources: manifest.sources.map(({ title, publisher, release, url }) => ({
      title: `${publisher}, ${title} (${release})`,
      path: url,
      version: release,
    })),
    contributors: manifest.sources.map(({ publisher, url }) => ({
      title: publisher,
      path: url,
      roles: ["publisher"],
    })),
    resources: files.map((file) => resource(file)),
  });
}

function resource(file: ReleaseFile) {
  const observations = file.path === "observations.csv";
  return {
    name: file.path.toLowerCase().replace(/[^a-z0-9._-]/g, "-"),
    path: file.path,
    mediatype: file.mediaType,
    format: file.path.split(".").at(-1),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(file.path.endsWith(".csv") ? { encoding: "utf-8" } : {}),
    ...(observations ? { profile: "tabular-data-resource", schema: tableSchema() } : {}),
  };
}

function tableSchema() {
  return {
    fields: columnDescriptions.map((column) => ({ ...column })),
    missingValues: [""],
    primaryKey: [...keyColumns],
  };
}
