import { relative, resolve } from "node:path";
import { Command, Option } from "commander";
import { InputError } from "../errors.ts";
import type { Io } from "../io.ts";

interface InitOptions {
  readonly table?: string;
  readonly register?: boolean;
  readonly dataset?: string;
  readonly column: readonly string[];
  readonly leaveOut: readonly string[];
  readonly sheet?: string;
  readonly fractions?: boolean;
  readonly policy?: "as-published" | "enforce" | "open";
}

const collect = (text: string, before: readonly string[]) => [...before, text];

/** `yeelen init <folder>`: a data folder of one's own that publishes and serves as it is. */
export function initCommand(io: Io): Command {
  return new Command("init")
    .description("make a data folder of your own, from a sample or from your table, ready to publish")
    .argument("<folder>", "folder to make")
    .option("--table <file>", "your figures, a CSV or .xlsx file; a made-up sample, if left out")
    .option("--register", "a fictional register of cases, from records to release (docs/publish-your-own.md)")
    .option(
      "--column <yours=ours>",
      "read a column of the table as one of ours, such as country=area",
      collect,
      [],
    )
    .option("--leave-out <column>", "a column that is not to be published", collect, [])
    .option("--sheet <name>", "sheet of a workbook, where several could be meant")
    .option("--fractions", "figures such as 1.234 are fractions, not thousands")
    .option("--dataset <id>", "id of the dataset; the folder's name, if left out")
    .addOption(
      new Option("--policy <policy>", "how the figures are protected; needed with --table").choices([
        "as-published",
        "enforce",
        "open",
      ]),
    )
    .action(async (folder: string, options: InitOptions) => {
      if (options.register === true) return initRegister(folder, options, io);
      const { initFolder } = await import("../init/init.ts");
      const place = resolve(io.cwd(), folder);
      const { files, remarks } = await initFolder({
        folder: place,
        ...(options.table === undefined ? {} : { table: resolve(io.cwd(), options.table) }),
        ...(options.dataset === undefined ? {} : { dataset: options.dataset }),
        columns: {
          as: new Map(options.column.map(pair)),
          leaveOut: options.leaveOut,
          sheet: options.sheet,
          fractions: options.fractions ?? false,
        },
        policy: policyOf(options),
        today: new Date().toISOString().slice(0, 10),
      });
      const name = relative(io.cwd(), place) || ".";
      for (const remark of remarks) io.stdout.write(`${remark}\n`);
      for (const file of files) io.stdout.write(`${name}/${file}\n`);
      const [data, published] = [name, `${name}/published`].map(inShell);
      io.stdout.write(
        `\nNow:\n  npx yeelen publish --data ${data} --out ${published}\n  npx yeelen serve ${published}\n`,
      );
    });
}

async function initRegister(folder: string, options: InitOptions, io: Io): Promise<void> {
  const other = [options.table, options.dataset, options.policy].some((given) => given !== undefined);
  if (other || options.column.length > 0 || options.leaveOut.length > 0)
    throw new InputError("--register: the fictional register takes no other option; name the folder alone");
  const { initRegister: init } = await import("../init/init.ts");
  const place = resolve(io.cwd(), folder);
  const name = relative(io.cwd(), place) || ".";
  for (const file of await init(place)) io.stdout.write(`${name}/${file}\n`);
  io.stdout.write(
    "\nAll of it is fictional. Now follow docs/publish-your-own.md, “From records to a release”.\n",
  );
}

/** A path to be pasted into a shell, which must not read a pattern or an option into it. */
function inShell(path: string): string {
  const named = path.startsWith("-") ? `./${path}` : path;
  return /^[\w./-]+$/.test(named) ? named : `'${named.replaceAll("'", `'\\''`)}'`;
}

function policyOf({ table, policy }: InitOptions): "as-published" | "enforce" | "open" {
  if (policy !== undefined) return policy;
  if (table === undefined) return "as-published";
  throw new InputError(
    "--policy is missing: as-published if whoever published the figures hid small numbers, open if they are about no person, enforce if you counted them from records",
  );
}

function pair(text: string): [string, string] {
  const at = text.lastIndexOf("=");
  if (at < 1) throw new InputError(`--column: ${text}; expected <yours>=<ours>, such as country=area`);
  return [text.slice(0, at), text.slice(at + 1)];
}
