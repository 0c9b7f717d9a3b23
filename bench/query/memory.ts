import { spawnSync } from "node:child_process";
import type { Page } from "playwright";

/** Lets a page throw away what it no longer holds, and its browser with it. */
export async function settle(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  await tab.waitForTimeout(2000);
}

/** Resident bytes of this process' Chromium and its children; undefined where the system does not tell. */
export function residentMemory(): number | undefined {
  const { stdout } = spawnSync("ps", ["-eo", "pid,ppid,rss,comm"], { encoding: "utf8" });
  if (!stdout) return undefined;
  const processes = stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([process.pid]);
  for (let grown = true; grown;) {
    const size = family.size;
    for (const [pid, parent] of processes) if (family.has(parent)) family.add(pid);
    grown = family.size > size;
  }
  family.delete(process.pid);
  return processes.reduce((sum, [pid, , resident]) => sum + (family.has(pid) ? resident * 1024 : 0), 0);
}
