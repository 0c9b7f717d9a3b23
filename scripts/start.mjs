// @ts-check
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { installPackages } from "./install.mjs";
import { root } from "./run.mjs";
import { whatIsThere } from "./what-is-there.mjs";

const site = "packages/dashboard/build";

try {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error(`--port: ${values.port}; expected a number from 0 to 65535`);
  process.chdir(root);
  await installPackages();
  await build();
  const { register } = await import("tsx/esm/api");
  register();
  const { serveFolder } = await import("../packages/publish/src/serve/serve-folder.ts");
  const server = await serveFolder(site, {
    port: Number(values.port),
    host: "localhost",
    taken: (port) =>
      console.log(
        `Port ${port} is taken by another program: trying ${port + 1}. To choose one: npm start -- --port 8080`,
      ),
  });
  console.log(`\n${whatIsThere(server.url)}`);
  process.once("SIGINT", () => void server.close());
  await server.closed;
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
