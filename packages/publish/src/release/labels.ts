import { codeLists, specialCounterparts, type Source } from "@yeelen/dataset";
import type { ReleaseArea } from "./areas.ts";
import type { ReleaseContent } from "./release-content.ts";
import type { Store } from "./store.ts";

/** What each absence is called in the files. */
export const absenceLabels = {
  suppressed: "Suppressed: published as a range",
  "not-reported": "Not reported",
  "not-collected": "Not collected",
  "not-applicable": "Not applicable",
  pending: "Not due yet",
  conflicting: "The source contradicts itself",
  "counted-elsewhere": "Counted in another category",
};

/** Fills the tables `label_<column>` (code, label), `areas`, `indicators` and `sources` of the store. */
export async function createLabels(content: ReleaseContent, allAreas: readonly ReleaseArea[]): Promise<void> {
  const { store, manifest, areas } = content;
  const names = Object.fromEntries(allAreas.map((area) => [area.code, area.name]));
  await labels(
    store,
    "indicator",
    Object.fromEntries(manifest.indicators.map(({ id, title }) => [id, title])),
  );
  await labels(store, "area", names);
  for (const [dimension, codes] of Object.entries(codeLists)) await labels(store, dimension, codes);
  await labels(store, "counterpart", { ...names, ...specialCounterparts });
  await labels(store, "absence", absenceLabels);
  await fill(
    store,
    "areas",
    "code VARCHAR, m49 VARCHAR, name VARCHAR, region VARCHAR, programme BOOLEAN",
    areas.map((area) => [area.code, area.m49, area.name, area.region, area.programme]),
  );
  await fill(
    store,
    "indicators",
    "id VARCHAR, title VARCHAR, subject VARCHAR, definition VARCHAR, counted_by VARCHAR, unit VARCHAR, dimensions VARCHAR, first_year INTEGER, last_year INTEGER, caveats VARCHAR",
    manifest.indicators.map((indicator) => [
      indicator.id,
      indicator.title,
      indicator.subject,
      indicator.definition,
      indicator.countedBy,
      indicator.unit.other,
      indicator.dimensions.join(" "),
      indicator.period[0],
      indicator.period[1],
      indicator.caveats.join(" "),
    ]),
  );
  await fill(
    store,
    "sources",
    "id VARCHAR, publisher VARCHAR, title VARCHAR, release VARCHAR, licence VARCHAR, url VARCHAR, file VARCHAR, file_bytes BIGINT, file_sha256 VARCHAR, rows_read BIGINT, rows_kept BIGINT",
    manifest.sources.map(sourceRow),
  );
}

function sourceRow(source: Source): (string | bigint)[] {
  const { id, publisher, title, release, licence, url, file, rowsRead, rowsKept } = source;
  return [
    id,
    publisher,
    title,
    release,
    licence,
    url,
    file.name,
    BigInt(file.bytes),
    file.sha256,
    BigInt(rowsRead),
    BigInt(rowsKept),
  ];
}

async function labels(store: Store, column: string, codes: Readonly<Record<string, string>>): Promise<void> {
  await fill(store, `label_${column}`, "code VARCHAR, label VARCHAR", Object.entries(codes));
  await store.run(
    `INSERT INTO label_${column} SELECT DISTINCT coalesce(${column}, '') AS code, code FROM observations WHERE code NOT IN (SELECT code FROM label_${column})`,
  );
}

async function fill(
  store: Store,
  table: string,
  columns: string,
  rows: readonly (readonly (string | number | bigint | boolean)[])[],
): Promise<void> {
  await store.run(`CREATE TABLE ${table} (${columns})`);
  const width = columns.split(",").length;
  const marks = `(${new Array(width).fill("?").join(", ")})`;
  if (rows.length > 0)
    await store.run(`INSERT INTO ${table} VALUES ${rows.map(() => marks).join(", ")}`, rows.flat());
}
