import { gunzipSync } from "node:zlib";
import { InputError } from "../../errors.ts";
import { countryOfIso2, isOurs } from "../country.ts";
import { known } from "../figure.ts";
import type { Importer, SourceFile } from "../importer.ts";
import { ObservationSet } from "../observations.ts";
import { releaseId } from "../release-id.ts";
import { Tally } from "../tally.ts";
import { tableOfBytes } from "../table.ts";

/** Fewest records that a published cell may count: the k of the publisher's own anonymisation. */
const FEWEST = 11;

interface Cell {
  readonly citizenship: string;
  readonly exploitedIn: string;
  readonly rows: number;
}

/**
 * The Counter Trafficking Data Collaborative's k-anonymised records, from which counts of citizenship by country of
 * exploitation are taken and nothing else. Refuses a file in which one such cell holds fewer than 11 records: it is
 * not the file that was protected. Identical rows are different persons and are never merged.
 */
export const ctdcKanon: Importer = {
  id: "ctdc-kanon",
  title: "Global k-anonymised dataset: citizenship by country of exploitation",
  publisher: "Counter Trafficking Data Collaborative (IOM and partners)",
  licence: "terms: see publisher",
  url: "https://www.ctdatacollaborative.org/",
  read(file) {
    const { release, remark } = releaseId({ given: file.release, path: file.path });
    const period = Number(release.slice(0, 4));
    const tally = new Tally();
    const cells = cellsOf(file, tally);
    const small = cells.filter(({ rows }) => rows < FEWEST).length;
    if (small > 0)
      throw new InputError(
        `not anonymised: ${file.name} has ${small} pairs of citizenship and country of exploitation with fewer than ${FEWEST} records; expected the publisher's k-anonymised file; nothing was written`,
      );
    for (const { citizenship, exploitedIn, rows } of cells)
      if (!isOurs(citizenship) && !isOurs(exploitedIn)) tally.leaveOut("other countries at both ends", rows);
    return {
      release,
      observations: flows(cells, period, tally),
      tally,
      remarks: [
        remark,
        `${cells.length} pairs of citizenship and country of exploitation were counted, none of fewer than ${FEWEST} records; no record and no other column is kept.`,
        `All years of registration are counted together and shown under ${period}, the year of the release.`,
        "A blank country is withheld or unknown, not none; it is shown as unknown.",
        "A pair that is not in the file is not a zero: small groups were taken out before publication.",
      ],
    };
  },
};

function cellsOf(file: SourceFile, tally: Tally): Cell[] {
  const table = tableOfBytes(unpacked(file), file, {
    columns: ["citizenship", "CountryOfExploitation"],
  });
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    tally.row();
    const pair = `${codeOf(row.get("citizenship"), "citizenship", tally)} ${codeOf(row.get("CountryOfExploitation"), "CountryOfExploitation", tally)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, rows]) => {
    const [citizenship = "", exploitedIn = ""] = pair.split(" ");
    return { citizenship, exploitedIn, rows };
  });
}

function codeOf(iso2: string, column: string, tally: Tally): string {
  if (iso2 === "") return "UNKNOWN";
  const code = countryOfIso2(iso2);
  if (code === null) tally.unmapped(column, iso2);
  return code ?? "UNMAPPED";
}

function flows(cells: readonly Cell[], period: number, tally: Tally) {
  const sums = new Map<string, { indicator: string; area: string; counterpart: string; rows: number }>();
  const add = (indicator: string, area: string, counterpart: string, rows: number) => {
    const key = `${indicator} ${area} ${counterpart}`;
    const entry = sums.get(key) ?? { indicator, area, counterpart, rows: 0 };
    sums.set(key, { ...entry, rows: entry.rows + rows });
  };
  for (const { citizenship, exploitedIn, rows } of cells)
    for (const [indicator, area, counterpart] of [
      ["assisted-flows", citizenship, exploitedIn],
      ["assisted-flows-into", exploitedIn, citizenship],
    ] as const) {
      if (!isOurs(area)) continue;
      add(indicator, area, counterpart, rows);
      add(indicator, area, "T", rows);
    }
  const set = new ObservationSet(ctdcKanon.id, tally);
  for (const { indicator, area, counterpart, rows } of sums.values())
    set.add({ indicator, area, period, counterpart }, known(rows).figure);
  return set.observations();
}

function unpacked(file: SourceFile): Uint8Array {
  const bytes = file.take();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new InputError(`damaged file: ${file.name} cannot be unpacked; it may have been cut short`, {
      cause,
    });
  }
}
