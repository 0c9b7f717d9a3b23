import { resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../errors.ts";
import type { Io } from "../io.ts";

/** `yeelen serve [folder]`: a folder of files on this machine, as a web host should serve them. */
export function serveCommand(io: Io): Command {
  return new Command("serve")
    .description("serve a folder (a site, or published releases) on this machine until stopped")
    .argument("[folder]", "folder to serve", "data/published")
    .option("--port <number>", "port; the next free one is used if it is taken", "4173")
    .option("--host <name>", "address to listen on", "localhost")
    .action(async (folder: string, options: { port: string; host: string }) => {
      if (!/^\d{1,5}$/.test(options.port) || Number(options.port) > 65_535)
        throw new InputError(`--port: ${options.port}; expected a number from 0 to 65535`);
      const { serveFolder } = await import("../serve/serve-folder.ts");
      const server = await serveFolder(resolve(io.cwd(), folder), {
        port: Number(options.port),
        host: options.host,
        taken: (port) => io.stderr.write(`port ${port} is taken; trying ${port + 1}\n`),
      });
      io.stdout.write(`Serving ${folder} on ${server.url} (stop with Ctrl+C)\n`);
      await server.closed;
    });
}
