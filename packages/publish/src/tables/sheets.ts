import { InputError } from "../errors.ts";
import { shownCell, tableFault } from "./fault.ts";

export interface SheetFacts {
  readonly name: string;
  /** Hidden or very hidden: whoever opens the workbook does not see it. */
  readonly hidden: boolean;
  readonly filled: boolean;
  /** Whether it has the required columns. */
  readonly fits: boolean;
}

interface Asked {
  readonly file: string;
  /** The sheet's name as the user gave it. */
  readonly asked: string | undefined;
  readonly required: readonly string[];
}

/**
 * The sheet that is meant: the one asked for; else the only visible one that has the columns. Throws `InputError`
 * where none or several could be meant. A hidden sheet is read only when it is asked for by name.
 */
export function chooseSheet(
  sheets: readonly SheetFacts[],
  { file, asked, required }: Asked,
): { sheet: string; remarks: string[] } {
  if (asked !== undefined) {
    if (!sheets.some(({ name }) => name === asked))
      throw tableFault({ file }, `no sheet ${shownCell(asked)}; expected one of ${namesOf(sheets)}`);
    return { sheet: asked, remarks: remarksOf(sheets, asked) };
  }
  const fitting = sheets.filter(({ fits }) => fits);
  const visible = fitting.filter(({ hidden }) => !hidden);
  const [only, second] = visible;
  if (only && second)
    throw tableFault(
      { file },
      `the sheets ${namesOf(visible)} could all be meant; expected one with these columns; say --sheet <name>, or keep one of them in the workbook`,
    );
  if (only) return { sheet: only.name, remarks: remarksOf(sheets, only.name) };
  if (fitting.length > 0)
    throw tableFault(
      { file },
      `only hidden sheets have these columns: ${namesOf(fitting)}; expected a sheet that its reader sees; unhide it, or say --sheet <name>`,
    );
  const filled = sheets.filter(({ hidden, filled }) => filled && !hidden);
  const [first, ...more] = filled;
  if (!first)
    throw new InputError(
      `${file}: no visible sheet has any cell; expected a header row and figures below it`,
    );
  if (more.length === 0) return { sheet: first.name, remarks: remarksOf(sheets, first.name) };
  throw tableFault(
    { file },
    `none of the sheets ${namesOf(sheets)} has the columns ${required.map(shownCell).join(", ")}; expected them in one; say --sheet <name>`,
  );
}

function remarksOf(sheets: readonly SheetFacts[], read: string): string[] {
  const others = sheets.filter(({ name, filled }) => filled && name !== read);
  if (others.length === 0) return [];
  const list = others.map(({ name, hidden, fits }) =>
    [shownCell(name), ...(hidden ? ["hidden"] : []), ...(fits ? ["with the same columns"] : [])].join(", "),
  );
  return [`Read from sheet ${shownCell(read)}; not read: ${list.join("; ")}.`];
}

function namesOf(sheets: readonly SheetFacts[]): string {
  return sheets.map(({ name }) => shownCell(name)).join(", ");
}
