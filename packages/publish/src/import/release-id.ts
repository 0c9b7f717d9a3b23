import { InputError } from "../errors.ts";

/** A release id and one sentence on where it comes from. */
export interface ReleaseId {
  readonly release: string;
  readonly remark: string;
}

export interface ReleaseClues {
  /** `--release`. */
  readonly given: string | undefined;
  /** Rows above the header. */
  readonly above?: readonly (readonly string[])[];
  readonly path: string;
  readonly created?: Date | null;
}

/**
 * The release of a file: what the user says, else a stamp such as 14/04/2025 above the header, else the last date
 * or year in the name of the file and its folder, else when the workbook was made. Throws `InputError` when there is none of these.
 */
export function releaseId({ given, above = [], path, created = null }: ReleaseClues): ReleaseId {
  if (given !== undefined) {
    if (!/^[0-9][0-9a-z.-]*$/.test(given))
      throw new InputError(
        `wrong release: --release ${given}; expected a date or a year, such as 2025-04-14 or 2019`,
      );
    return { release: given, remark: `Release ${given}: as given with --release.` };
  }
  const stamp = stampOf(above);
  if (stamp !== null) return { release: stamp, remark: `Release ${stamp}: the file's own stamp.` };
  const dated = /(?<!\d)((?:19|20)\d{2}-\d{2}-\d{2}|(?:19|20)\d{2})(?![\d-])/g;
  const inPath = [...path.split(/[\\/]/).slice(-2).join("/").matchAll(dated)].at(-1)?.[1];
  if (inPath !== undefined)
    return { release: inPath, remark: `Release ${inPath}: the date in the name of the file or its folder.` };
  const made = created?.toISOString().slice(0, 10);
  if (made !== undefined)
    return { release: made, remark: `Release ${made}: the day on which the workbook was made.` };
  throw new InputError(
    "unknown release: the file does not say which it is; give it with --release, such as 2025-04-14",
  );
}

function stampOf(above: readonly (readonly string[])[]): string | null {
  for (const cell of above.flat()) {
    const parts = /^\s*(0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])\/(\d{4})\s*$/.exec(cell);
    if (parts) return `${parts[3]}-${parts[2]}-${parts[1]}`;
    const iso = /^\s*(\d{4}-\d{2}-\d{2})(?:T.*)?\s*$/.exec(cell)?.[1];
    if (iso) return iso;
  }
  return null;
}
