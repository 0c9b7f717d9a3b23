import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Command } from "commander";
import type { TablePolicy } from "@yeelen/disclosure";
import { InputError, Refusal } from "../errors.ts";
import type { Io } from "../io.ts";

interface Options {
  readonly policy?: string;
  readonly earlier: readonly string[];
  readonly privateReport?: string;
  readonly seconds: number;
  readonly revised: readonly string[];
  readonly leaveOut: readonly string[];
  readonly sheet?: string | undefined;
  readonly protect?: boolean;
  readonly weight: readonly string[];
  readonly out?: string;
}

/** `yeelen audit <file…> --policy policy.json`: attacks tables or records before anybody else can. */
export function auditCommand(io: Io): Command {
  return new Command("audit")
    .description("attack tables or records as a reader could, before they are published")
    .argument(
      "<files...>",
      "CSV or .xlsx files: tables in long format, linked by their cells; or one file of records",
    )
    .option("--policy <file>", "the policy, as JSON (docs/disclosure.md)")
    .option("--earlier <name=file>", "an earlier release of the same figures; may be repeated", append, [])
    .option(
      "--revised <release[:column=code]>",
      "what was recounted since an earlier release: all of it, or figures of a code; may be repeated",
      append,
      [],
    )
    .option("--private-report <file>", "write the full report here: it names cells, so keep it to yourself")
    .option("--seconds <n>", "time limit; what is not proved by then is not safe", wholeSeconds, 600)
    .option("--leave-out <column>", "a column of the records that is not to be published", append, [])
    .option("--sheet <name>", "sheet of a workbook, where several could be meant")
    .option("--protect", "blank what gives persons away in records, audit the result, write it if it is safe")
    .option("--weight <column=n>", "with --protect: how much a blank costs there; 1 if left out", append, [])
    .option("--out <file>", "with --protect: where the safe records are written")
    .action(async (files: string[], options: Options) => {
      const { toJson } = await import("@yeelen/disclosure");
      if (options.protect !== true && (options.out !== undefined || options.weight.length > 0))
        throw new InputError("--out and --weight are for --protect: an audit alone changes nothing");
      const { report, lost } =
        options.protect === true
          ? await protectRecords(files, options, io)
          : { report: await audit(files, options, io), lost: undefined };
      const path = options.privateReport;
      if (path !== undefined)
        await writeFile(resolve(io.cwd(), path), `${toJson(report)}\n`, { mode: 0o600 });
      io.stdout.write(
        `${JSON.stringify({ ...report.public, ...(lost === undefined ? {} : { lost }), ...(options.leaveOut.length > 0 ? { leftOut: options.leaveOut } : {}) }, null, 2)}\n`,
      );
      const { verdict } = report.public;
      if (verdict === "safe" || verdict === "as-published") return;
      const rules = [...new Set(report.private.violations.map(({ rule }) => rule))].join(", ");
      const next = path === undefined ? "--private-report names the cells" : `the cells are named in ${path}`;
      throw new Refusal(`${verdict}: ${rules}; ${next}; publish nothing`);
    });
}

/** Blanks and drops until the gate passes; only then is anything written. */
async function protectRecords(files: readonly string[], options: Options, io: Io) {
  const { safeRecords } = await import("../release/safe-records.ts");
  const [file, ...more] = files;
  if (options.out === undefined) throw new InputError("--protect: --out is missing; name the file to write");
  if (file === undefined || more.length > 0)
    throw new InputError(`records come in one file: ${files.length} were given`);
  return safeRecords({
    records: await records(file, options, io),
    policy: await policyOf(options, io),
    weights: options.weight,
    earlier: await earlierRecords(options, io),
    out: resolve(io.cwd(), options.out),
  });
}

async function audit(files: readonly string[], options: Options, io: Io) {
  const { auditRecords, auditTables } = await import("@yeelen/disclosure");
  const policy = await policyOf(options, io);
  if (policy.kind === "tables") {
    if (options.leaveOut.length > 0) throw new InputError("--leave-out is for records; these are tables");
    const revised = [...policy.revised, ...options.revised.map((one) => revision(one, options, policy))];
    return auditTables(
      await Promise.all(files.map((file) => table(file, options, io))),
      { ...policy, revised },
      {
        seconds: options.seconds,
        onProgress: progress(io),
        earlier: await Promise.all(
          options.earlier
            .map(named)
            .map(async ({ name, file }) => ({ name, files: [await table(file, options, io)] })),
        ),
      },
    );
  }
  if (options.revised.length > 0) throw new InputError("--revised is for tables; these are records");
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new InputError(`records come in one file: ${files.length} were given`);
  const person = options.leaveOut.find((column) => policy.columns[column] === "person");
  if (person !== undefined)
    throw new InputError(
      `--leave-out ${person}: the policy tells persons apart by it; without it lines are counted`,
    );
  return auditRecords(await records(file, options, io), policy, {
    earlier: await earlierRecords(options, io),
  });
}

/** `2024`: everything was recounted since; `2024:area=north,period=2023`: figures with these codes were. */
function revision(text: string, { earlier }: Options, { dimensions }: TablePolicy) {
  const [since = "", ...rest] = text.split(":");
  const names = earlier.map((one) => named(one).name);
  if (!names.includes(since))
    throw new InputError(
      `--revised ${text}: no earlier release ${since}; expected one of ${names.join(", ") || "those that --earlier names"}`,
    );
  const pairs = rest.length === 0 ? [] : rest.join(":").split(",").map((pair) => pair.split("=")); // prettier-ignore
  const wrong = pairs.find(([name = "", code = "", ...more]) => !(name in dimensions) || code === "" || more.length > 0); // prettier-ignore
  if (wrong)
    throw new InputError(
      `--revised ${text}: ${wrong.join("=")}; expected column=code, with a column among ${Object.keys(dimensions).join(", ")}`,
    );
  return { since, at: Object.fromEntries(pairs) as Record<string, string> };
}

async function policyOf({ policy }: Options, io: Io) {
  const { parsePolicy } = await import("@yeelen/disclosure");
  if (policy === undefined)
    throw new InputError("missing policy: give --policy, a JSON file (docs/disclosure.md)");
  return parsePolicy(await text(policy, io));
}

function earlierRecords({ earlier, sheet }: Options, io: Io) {
  return Promise.all(
    earlier
      .map(named)
      .map(async ({ name, file }) => ({ name, columns: await records(file, { leaveOut: [], sheet }, io) })),
  );
}

async function rowsOf(file: string, { sheet }: Pick<Options, "sheet">, io: Io) {
  const { readRecords } = await import("../release/read-records.ts");
  const table = await readRecords(resolve(io.cwd(), file), file, sheet);
  for (const remark of table.remarks) io.stderr.write(`${file}: ${remark}\n`);
  return table;
}

async function table(file: string, options: Options, io: Io) {
  const { columns, rowNumbers } = await rowsOf(file, options, io);
  const cells = Object.entries(columns);
  const rows = rowNumbers.map((_, at) =>
    Object.fromEntries(cells.map(([name, column]) => [name, column[at] ?? ""])),
  );
  return { name: basename(file), rows, rowNumbers };
}

async function records(
  file: string,
  { leaveOut, sheet }: Pick<Options, "leaveOut" | "sheet">,
  io: Io,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { columns } = await rowsOf(file, { sheet }, io);
  const names = Object.keys(columns);
  const absent = leaveOut.find((name) => !names.includes(name));
  if (absent !== undefined)
    throw new InputError(`--leave-out: ${file} has no column ${absent}; expected one of ${names.join(", ")}`);
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !leaveOut.includes(name)));
}

async function text(file: string, io: Io): Promise<string> {
  try {
    return await readFile(resolve(io.cwd(), file), "utf8");
  } catch (cause) {
    throw new InputError(`file cannot be read: ${file}`, { cause });
  }
}

function progress(io: Io): (done: number, doing: string) => void {
  let last = 0;
  return (done, doing) => {
    if (!io.stderr.isTTY || Date.now() - last < 500) return;
    last = Date.now();
    io.stderr.write(`\r${Math.round(100 * done)} % ${doing}\u001b[K`);
  };
}

function append(value: string, all: readonly string[]): string[] {
  return [...all, value];
}

function named(value: string): { name: string; file: string } {
  const at = value.indexOf("=");
  if (at < 1) throw new InputError(`release without a name: ${value}; write --earlier name=file.csv`);
  return { name: value.slice(0, at), file: value.slice(at + 1) };
}

function wholeSeconds(value: string): number {
  const seconds = Number(value);
  if (!Number.isSafeInteger(seconds) || seconds < 1)
    throw new InputError(`not a number of seconds: ${value}; a whole number of 1 or more`);
  return seconds;
}
