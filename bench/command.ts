import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { median } from "./table.ts";

/** Wall time of a whole process in milliseconds, and its peak memory in bytes where the system's `time` can tell. */
export interface Run {
  readonly wall: number;
  readonly peak: number | undefined;
}

const timer = "/usr/bin/time";

/** Runs a command several times, one after the other; medians. Throws when it fails. */
export async function timeCommand(command: string, args: readonly string[], runs = 3): Promise<Run> {
  const results: Run[] = [];
  for (let run = 0; run < runs; run++) results.push(await once(command, args));
  const peaks = results.flatMap(({ peak }) => peak ?? []);
  return { wall: median(results.map(({ wall }) => wall)), peak: peaks.length ? median(peaks) : undefined };
}

function once(command: string, args: readonly string[]): Promise<Run> {
  const timed = existsSync(timer);
  const start = performance.now();
  const child = timed ? spawn(timer, ["-f", "peak %M", command, ...args]) : spawn(command, args);
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const wall = performance.now() - start;
      const peak = /peak (\d+)/.exec(errors)?.[1];
      if (code === 0) resolve({ wall, peak: peak ? Number(peak) * 1024 : undefined });
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${errors}`));
    });
  });
}
