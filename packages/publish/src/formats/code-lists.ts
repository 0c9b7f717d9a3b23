import { codeLists, specialCounterparts } from "@yeelen/dataset";
import { absenceLabels } from "../release/labels.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { releaseDate } from "./description.ts";
import { writeJson } from "./write-json.ts";

const agency = "YEELEN";

interface CodeList {
  readonly id: string;
  readonly name: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** `codelists.json`: the codes of every dimension as an SDMX-JSON 2.0 structure message. */
export async function writeCodeLists(content: ReleaseContent): Promise<WrittenFile[]> {
  const { manifest, areas, store } = content;
  const counterparts = await store.rows<{ code: string; label: string }>(
    "SELECT code, label FROM label_counterpart WHERE code IN (SELECT counterpart FROM observations) ORDER BY code",
  );
  const lists: CodeList[] = [
    {
      id: "CL_INDICATOR",
      name: "Indicators",
      codes: Object.fromEntries(manifest.indicators.map(({ id, title }) => [id, title])),
    },
    {
      id: "CL_AREA",
      name: "Countries, ISO 3166-1 alpha-3",
      codes: Object.fromEntries(areas.map(({ code, name }) => [code, name])),
    },
    { id: "CL_SEX", name: "Sex", codes: codeLists.sex },
    { id: "CL_AGE", name: "Age", codes: codeLists.age },
    { id: "CL_EXPLOITATION", name: "Form of exploitation", codes: codeLists.exploitation },
    {
      id: "CL_COUNTERPART",
      name: "Counterpart countries",
      codes: {
        ...specialCounterparts,
        ...Object.fromEntries(counterparts.map(({ code, label }) => [code, label])),
      },
    },
    { id: "CL_ABSENCE", name: "Reasons for a missing value", codes: absenceLabels },
  ];
  return writeJson(content, "codelists.json", mediaTypes.json, {
    meta: {
      schema:
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
      id: `${agency}_${manifest.dataset}_${manifest.release}`.replace(/[^A-Za-z0-9_-]/g, "_"),
      test: false,
      prepared: `${fullDate(releaseDate(manifest.release))}T00:00:00Z`,
      contentLanguages: ["en"],
      sender: { id: agency },
    },
    data: { codelists: lists.map(structure) },
  });
}

function structure({ id, name, codes }: CodeList) {
  return {
    id,
    agencyID: agency,
    version: "1.0.0",
    name,
    names: { en: name },
    isPartial: false,
    codes: Object.entries(codes).map(([code, label]) => ({ id: code, name: label, names: { en: label } })),
  };
}

function fullDate(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}
