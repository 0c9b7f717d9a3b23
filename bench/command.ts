import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { median } from "./table.ts";

/** Wall time of a whole process in milliseconds; its processors' time and its peak memory in bytes where the system's `time` can tell. */
export interface Run {
  readonly wall: number;
  /** User and system time in milliseconds: what a busy machine does not stretch as it stretches the wall time. */
  readonly processor: number | undefined;
  readonly peak: number | undefined;
}

const timer = "/usr/bin/time";

/** Runs a command several times, one after the other; medians. Throws when it fails. */
export async function timeCommand(command: string, args: readonly string[], runs = 3): Promise<Run> {
  const results: Run[] = [];
  for (let run = 0; run < runs; run++) results.push(await once(command, args));
  return middle(results);
}

/** Median of each of a run's measures. */
export function middle(runs: readonly Run[]): Run {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    processor: known(runs.map(({ processor }) => processor)),
    peak: known(runs.map(({ peak }) => peak)),
  };
}

function known(values: readonly (number | undefined)[]): number | undefined {
  const found = values.flatMap((value) => value ?? []);
  return found.length ? median(found) : undefined;
}

function once(command: string, args: readonly string[]): Promise<Run> {
  const timed = existsSync(timer);
  const start = performance.now();
  const child = timed
    ? spawn(timer, ["-f", "peak %M processor %U %S", command, ...args])
    : spawn(command, args);
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const wall = performance.now() - start;
      const [, peak, user, system] = /peak (\d+) processor ([\d.]+) ([\d.]+)/.exec(errors) ?? [];
      if (code === 0)
        resolve({
          wall,
          processor: peak ? (Number(user) + Number(system)) * 1000 : undefined,
          peak: peak ? Number(peak) * 1024 : undefined,
        });
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${errors}`));
    });
  });
}
