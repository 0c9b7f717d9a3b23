import { stat } from "node:fs/promises";
import { InputError } from "../errors.ts";
import { answer } from "./answer.ts";
import { listen, type ListenOptions } from "./listen.ts";

export interface RunningServer {
  readonly url: string;
  /** Resolves when the server has stopped. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Serves `folder` with byte ranges, compression, media types, caching and cross-origin rules. Throws `InputError` if it cannot. */
export async function serveFolder(folder: string, options: ListenOptions): Promise<RunningServer> {
  const status = await stat(folder).catch(() => undefined);
  if (!status?.isDirectory()) throw new InputError(`no such folder: ${folder}; build it first`);
  const { port, servers } = await listen(
    (request, response) => void answer(folder, request, response).catch(() => response.destroy()),
    options,
  );
  const closed = Promise.all(servers.map((server) => new Promise((done) => server.once("close", done)))).then(
    () => undefined,
  );
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    closed,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      return closed;
    },
  };
}
