import { keyColumns } from "../release/read-observations.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { columnDescriptions } from "./columns.ts";
import { describeRelease, keywords } from "./description.ts";
import { writeJson } from "./write-json.ts";

/** `observations.csv-metadata.json`: CSV on the Web metadata, found by its name beside the table. */
export function writeCsvw(content: ReleaseContent): Promise<WrittenFile[]> {
  const { manifest } = content;
  const required = new Set<string>([...keyColumns]);
  return writeJson(content, "observations.csv-metadata.json", mediaTypes.csvm, {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: "observations.csv",
    "dc:title": manifest.title,
    "dc:description": describeRelease(content),
    "dc:subject": keywords(content),
    "dc:publisher": [...new Set(manifest.sources.map(({ publisher }) => publisher))],
    "dc:source": manifest.sources.map(({ url }) => ({ "@id": url })),
    "dc:rights": [...new Set(manifest.sources.map(({ licence }) => licence))],
    "schema:version": manifest.release,
    dialect: { encoding: "utf-8", lineTerminators: ["\n"], delimiter: ",", header: true, doubleQuote: true },
    tableSchema: {
      columns: columnDescriptions.map(({ name, type, title, description }) => ({
        name,
        titles: [name],
        "dc:title": title,
        "dc:description": description,
        datatype:
          name === "period" ? { base: "gYear", format: "yyyy" } : type === "number" ? "double" : "string",
        null: "",
        ...(required.has(name) ? { required: true } : {}),
      })),
      primaryKey: [...keyColumns],
    },
  });
}
