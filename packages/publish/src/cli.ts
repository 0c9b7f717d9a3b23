import { Command, CommanderError } from "commander";
import { auditCommand } from "./commands/audit.ts";
import { compressCommand } from "./commands/compress.ts";
import { diffCommand } from "./commands/diff.ts";
import { embedCommand } from "./commands/embed.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { publishCommand } from "./commands/publish.ts";
import { queryCommand } from "./commands/query.ts";
import { serveCommand } from "./commands/serve.ts";
import { supersedeCommand } from "./commands/supersede.ts";
import { tabulateCommand } from "./commands/tabulate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { withdrawCommand } from "./commands/withdraw.ts";
import { oneLine, Refusal } from "./errors.ts";
import type { Io } from "./io.ts";

/**
 * Every command, in the order of the help: one file each in `commands/`. Such a file imports nothing heavy at
 * its top (engines, spreadsheet readers, renderers are imported inside the action), so that `--help` is instant.
 */
const commands: readonly ((io: Io) => Command)[] = [
  initCommand,
  importCommand,
  tabulateCommand,
  publishCommand,
  auditCommand,
  verifyCommand,
  queryCommand,
  embedCommand,
  diffCommand,
  withdrawCommand,
  supersedeCommand,
  compressCommand,
  serveCommand,
];

/** 0 fine, 1 the answer is no, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

/** Runs `yeelen` with the arguments after its name. Never throws: an error is one line on `io.stderr`. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    await program(io).parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(`yeelen: ${oneLine(error)}\n`);
    if (io.env.YEELEN_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    return isRefusal(error) ? 1 : 2;
  }
}

/** By name: the package that refuses to answer from a withdrawn release is loaded by what asks it, not here. */
function isRefusal(error: unknown): boolean {
  return error instanceof Refusal || (error instanceof Error && error.name === "Withdrawn");
}

/** What `bin/yeelen.mjs` calls with Node's own process. */
export async function main(process: NodeJS.Process): Promise<ExitCode> {
  const { stdout, stderr, env } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  return run(process.argv.slice(2), { stdout, stderr, env, cwd: () => process.cwd() });
}

function program(io: Io): Command {
  const yeelen = new Command("yeelen")
    .description(
      "Open figures on trafficking in persons and smuggling of migrants, from source file to release.",
    )
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`yeelen: ${oneLine(text.replace(/^error: /, ""))}\n`),
    })
    .addHelpText("after", "\nExit codes: 0 fine, 1 the answer is no, 2 bad input.");
  for (const command of commands) {
    const built = command(io);
    inherit(built, yeelen);
    yeelen.addCommand(built);
  }
  return yeelen;
}

function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
}
