import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

/** `yeelen tabulate records.csv --as tabulation.json --out observations.csv`: records counted into a table. */
export function tabulateCommand(io: Io): Command {
  return new Command("tabulate")
    .description(
      "count the persons of records into a table of true figures, for publish to protect; keep it to yourself",
    )
    .argument("<records>", "CSV or .xlsx file, one row for each record")
    .requiredOption("--as <file>", "which columns to count by, as JSON (docs/publish-your-own.md)")
    .requiredOption("--out <file>", "the table to write, such as sources/<dataset>/observations.csv")
    .option("--sheet <name>", "sheet of a workbook, where several could be meant")
    .action(async (file: string, options: { as: string; out: string; sheet?: string }) => {
      const { readJson } = await import("../release/read-json.ts");
      const { readRecords } = await import("../release/read-records.ts");
      const { Tabulation } = await import("../release/tabulation.ts");
      const { countRecords } = await import("../release/count-records.ts");
      const { csvText } = await import("../tables/csv-text.ts");
      const tabulation = await readJson(resolve(io.cwd(), options.as), Tabulation, options.as);
      const { columns, rowNumbers, remarks } = await readRecords(
        resolve(io.cwd(), file),
        file,
        options.sheet,
      );
      for (const remark of remarks) io.stderr.write(`${file}: ${remark}\n`);
      const { rows, repeats } = await countRecords(columns, tabulation, { file, rowNumbers });
      const out = resolve(io.cwd(), options.out);
      await mkdir(dirname(out), { recursive: true });
      await writeFile(out, csvText(Object.keys(rows[0] ?? {}), rows.map(Object.values)), { mode: 0o600 });
      // a file that was there keeps its mode
      await chmod(out, 0o600);
      const what = tabulation.person === null ? "records, each taken for a person," : "persons";
      io.stdout.write(
        `${options.out}: ${what} counted into ${rows.length} figures; they are true, so publish them under policy enforce only\n`,
      );
      for (const name of repeats)
        io.stdout.write(
          `persons are counted under more than one ${name}: policy.json must say "repeats": true for it\n`,
        );
    });
}
