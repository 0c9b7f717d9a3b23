// @ts-check
import { spawn } from "node:child_process";
import { root } from "./run.mjs";

/**
 * What a step tells while it runs: how far it is.
 * @typedef {{ say(doing: string): void }} Progress
 */

/**
 * Runs one step and says so in one line: its name, on a terminal how far it is, its time, and what came of it. On a pipe
 * the line begins when the step begins. Throws what the step throws, after its line.
 * @param {string} name
 * @param {(progress: Progress) => Promise<string>} work
 * @param {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} [out]
 */
export async function step(name, work, out = process.stdout) {
  const started = performance.now();
  const title = name.padEnd(12);
  const time = () => `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  let doing = "";
  const show = () => {
    const line = `${title}${time()}  ${doing}`.slice(0, (out.columns || 80) - 1);
    out.write(`\r\u001b[2K${line}`);
  };
  const ticking = out.isTTY ? setInterval(show, 200) : undefined;
  out.write(title);
  /** @param {string} came */
  const end = (came) => {
    clearInterval(ticking);
    out.write(`${out.isTTY ? `\r\u001b[2K${title}` : ""}${time()}  ${came}\n`);
  };
  try {
    end(await work({ say: (now) => void (doing = now) }));
  } catch (error) {
    end("failed");
    throw error;
  }
}

/**
 * Runs a command in the project's folder without showing what it writes, tells each line of it, and resolves to all of it.
 * Throws it, should the command fail.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {(line: string) => void} [told]
 * @returns {Promise<string>}
 */
export function watched(command, args, told = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", YEELEN_PROGRESS: "lines" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output += text;
        const last = text.trimEnd().split("\n").at(-1);
        if (last) told(last);
      });
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0
        ? resolve(output)
        : reject(
            new Error(
              `${output.trim()}\n\n${command} ${args.join(" ")} ended ${signal ? `by ${signal}` : `with exit code ${code}`}; what it wrote stands above`,
            ),
          ),
    );
  });
}
