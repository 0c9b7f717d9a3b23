import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { run } from "../packages/publish/src/cli.ts";
import { throughOldEditor } from "./old-editor.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The pages, and the policies that their own servers would send. `HOST` stands for the host of the figures. */
export const examples: Readonly<Record<string, string | null>> = {
  "partner.html": null,
  "wordpress.html": null,
  "newsroom.html":
    "default-src 'none'; script-src HOST; connect-src HOST; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "arabic.html": null,
  "twelve.html": null,
  "react.html": null,
  "old-cms.html": null,
};

/** Where the pictures of an image form are written: a publisher uploads them to its own library, here `embed/`. */
const pictures = await mkdtemp(join(tmpdir(), "yeelen-examples-"));

/** An example as its visitors get it: after each `<!-- yeelen embed … -->`, what that command prints for a host of figures. */
export async function exampleOf(name: string, host: string): Promise<string> {
  const page = await readFile(join(here, name), "utf8");
  const parts: string[] = [];
  let last = 0;
  for (const found of page.matchAll(/<!-- yeelen (embed .*?) -->\n/gs)) {
    const args = [...(found[1] ?? "").matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? "",
    );
    const out = args.includes("image") ? ["--out", pictures] : [];
    const lines = await printed([...args, "--host", host, ...out]);
    parts.push(
      page.slice(last, found.index + found[0].length),
      name === "old-cms.html" ? throughOldEditor(lines.replaceAll(`${host}embed/`, "embed/")) : lines,
    );
    last = found.index + found[0].length;
  }
  return [...parts, page.slice(last)].join("").replaceAll("http://localhost:4173/", host);
}

async function printed(args: readonly string[]): Promise<string> {
  let [text, problem] = ["", ""];
  const code = await run(args, {
    stdout: { write: (chunk) => void (text += chunk) },
    stderr: { write: (chunk) => void (problem += chunk) },
    cwd: () => root,
    env: {},
  });
  if (code !== 0) throw new Error(`yeelen ${args.join(" ")}: ${problem}`);
  return text;
}

/** The React page's scripts by name, bundled as its makers would. */
export async function reactScripts(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    root: here,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry: { "react-page": join(here, "react-page.ts") }, formats: ["es"] } },
  });
  const bundles = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return new Map(bundles.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code]] : [])));
}

/** A server of the examples on an origin of their own. */
export async function serveExamples(port: number, host: string): Promise<string> {
  const react = await reactScripts();
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname).slice(1) || "index.html";
    try {
      const policy = examples[path]?.replaceAll("HOST", host.slice(0, -1));
      const content =
        path === "index.html"
          ? Object.keys(examples)
              .map((name) => `<p><a href="${name}">${name}</a></p>`)
              .join("")
          : react.has(path)
            ? react.get(path)
            : path.endsWith(".html")
              ? await exampleOf(path, host)
              : await readFile(path.startsWith("embed/") ? join(pictures, path.slice(6)) : join(here, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, {
        "Content-Type": type,
        ...(policy ? { "Content-Security-Policy": policy } : {}),
      });
      response.end(content);
    } catch (error) {
      response.writeHead(404).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `http://localhost:${port}/`;
}

/** The figures' own host, as `npm start` serves it; nothing where that is running already. */
export async function serveFigures(port: number): Promise<void> {
  const folders = {
    "/data/": join(root, "data/published"),
    "/widgets/": join(root, "packages/widgets/dist"),
  };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
    const [prefix, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? ["", ""];
    try {
      const content = await readFile(join(folder, path.slice(prefix.length)));
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, {
        "Content-Type": type,
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
      });
      response.end(content);
    } catch {
      response.writeHead(404, { "Access-Control-Allow-Origin": "*" }).end("not found");
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? resolve() : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serveFigures(4173);
  console.log(`Examples at ${await serveExamples(4174, "http://localhost:4173/")}`);
}
