// @ts-check
import { build } from "./build.mjs";
import { installPackages } from "./install.mjs";
import { run } from "./run.mjs";

try {
  await installPackages();
  await build();
  process.exitCode = await run("npx", ["yeelen", "serve", "packages/dashboard/build", "--port", "4173"]);
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
