import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../errors.ts";

export interface ListenOptions {
  /** First port to try; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Told of every port that was not free. */
  readonly taken?: (port: number) => void;
}

const portsToTry = 20;

/** Answers on the first free port, on both of this machine's own addresses where `host` is localhost. Throws `InputError`. */
export async function listen(
  listener: RequestListener,
  { port, host, taken }: ListenOptions,
): Promise<{ port: number; servers: Server[] }> {
  const hosts = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  const last = port === 0 ? 0 : Math.min(port + portsToTry - 1, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const servers = await listenAll(listener, candidate, hosts);
    const [first] = servers;
    if (first) return { port: (first.address() as AddressInfo).port, servers };
    taken?.(candidate);
  }
  throw new InputError(`no free port from ${port} to ${last}; name another with --port`);
}

async function listenAll(
  listener: RequestListener,
  port: number,
  hosts: readonly string[],
): Promise<Server[]> {
  const servers: Server[] = [];
  for (const host of hosts) {
    const [first] = servers;
    const server = createServer(listener);
    const outcome = await start(server, first ? (first.address() as AddressInfo).port : port, host);
    if (outcome === "listening") servers.push(server);
    else if (outcome === "taken") {
      for (const other of servers) other.close();
      return [];
    }
  }
  return servers;
}

function start(
  server: Server,
  port: number,
  host: string,
): Promise<"listening" | "taken" | "no such address"> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else if (host === "::1" && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"))
        resolve("no such address");
      else
        reject(new InputError(`cannot listen on ${host}, port ${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, () => resolve("listening"));
  });
}
