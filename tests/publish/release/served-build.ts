import { spawn } from "node:child_process";
import { request, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";

const bin = join(import.meta.dirname, "../../../packages/publish/bin/yeelen.mjs");

export interface Served {
  readonly url: string;
  close(): void;
}

/** `yeelen serve` on a folder, as `npm start` runs it, on any free port. */
export function serve(folder: string): Promise<Served> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, "serve", folder, "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const [url] = /http:\/\/localhost:\d+/.exec(said) ?? [];
        if (url) resolve({ url, close: () => void child.kill() });
      });
    child.once("exit", (code) => reject(new Error(`yeelen serve ended with exit code ${code}: ${said}`)));
  });
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request as it is written, and its answer as it came: nothing tidied up, kept or decompressed. */
export function ask(url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .once("error", reject)
      .end();
  });
}
