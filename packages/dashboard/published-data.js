import { existsSync } from "node:fs";
import { cp, access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/**
 * The folder `yeelen publish` writes; `YEELEN_DATA` names another one. Kept in the environment because prerendering
 * runs a bundled copy of this module, which lies elsewhere.
 */
export const publishedFolder = (process.env.YEELEN_DATA ??= fileURLToPath(
  new URL("../../data/published", import.meta.url),
));

/** The folder the site is built into; `YEELEN_SITE` names another one. */
export const siteFolder = process.env.YEELEN_SITE ?? "build";

/** The folder `npm run build --workspace @yeelen/widgets` writes. */
export const widgetsFolder = (process.env.YEELEN_WIDGETS ??= fileURLToPath(
  new URL("../widgets/dist", import.meta.url),
));

/**
 * Wraps an adapter so that the built site carries the published figures in its `data/` folder, byte for byte, and the
 * partners' scripts in `widgets/`.
 * @param {import("@sveltejs/kit").Adapter} adapter
 * @returns {import("@sveltejs/kit").Adapter}
 */
export function withPublishedData(adapter) {
  return {
    ...adapter,
    name: `${adapter.name} with published data`,
    async adapt(builder) {
      await mustExist(publishedFolder, "no published figures", "npx yeelen publish");
      await mustExist(widgetsFolder, "no widgets", "npm run build --workspace @yeelen/widgets");
      await adapter.adapt(builder);
      await cp(publishedFolder, join(siteFolder, "data"), { recursive: true });
      await cp(widgetsFolder, join(siteFolder, "widgets"), { recursive: true });
    },
  };
}

/**
 * Whether a link that prerendering could not follow leads to a file that `withPublishedData` adds afterwards.
 * @param {string} path
 */
export function isPublished(path) {
  const [, place, file = ""] = /^\/(data|widgets)\/(.+)$/.exec(path) ?? [];
  return place !== undefined && existsSync(join(place === "data" ? publishedFolder : widgetsFolder, file));
}

/**
 * Serves the same folders under `data/` and `widgets/` while developing, to any origin, as `yeelen serve` does.
 * @returns {import("vite").Plugin}
 */
export function publishedData() {
  return {
    name: "yeelen-published-data",
    configureServer(server) {
      const setHeaders = (/** @type {import("node:http").ServerResponse} */ response) =>
        void response.setHeader("Access-Control-Allow-Origin", "*");
      server.middlewares.use("/data", sirv(publishedFolder, { dev: true, setHeaders }));
      server.middlewares.use("/widgets", sirv(widgetsFolder, { dev: true, setHeaders }));
    },
  };
}

/**
 * @param {string} folder
 * @param {string} problem
 * @param {string} remedy
 */
async function mustExist(folder, problem, remedy) {
  await access(folder).catch((cause) => {
    throw new Error(`${problem}: ${folder} is missing; run \`${remedy}\` first`, { cause });
  });
}
