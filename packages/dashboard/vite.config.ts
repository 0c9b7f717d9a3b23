import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig, type Plugin } from "vite";
import { chartStyles } from "../charts/src/styles/chart-styles.ts";
import { publishedData } from "./published-data.js";

export default defineConfig({
  plugins: [publishedData(), styleSheetOfCharts(), fewFiles(), sveltekit()],
  envPrefix: ["VITE_", "YEELEN_ORIGIN"],
  build: { target: "es2022", reportCompressedSize: false },
});

/** The charts' style sheet as a file of the site, so that no page carries it in a script. */
function styleSheetOfCharts(): Plugin {
  const id = "virtual:chart-styles.css";
  return {
    name: "yeelen-chart-styles",
    resolveId: (source) => (source === id ? id : undefined),
    load: (source) => (source === id ? chartStyles : undefined),
  };
}

/**
 * What most pages share goes into one file: on a slow network twenty small ones cost more than they weigh. What draws
 * stays out of it, for a page shows its figures before it can draw any; and the code lists have a file of their own,
 * or they would take what draws along to every page that names a country.
 */
function fewFiles(): Plugin {
  const everywhere =
    /node_modules|preload-helper|dashboard\/src\/lib\/(?!charts|maps|explore)|dataset\/src\/area/;
  return {
    name: "yeelen-few-files",
    outputOptions(options) {
      if (!options.dir?.includes("client")) return null;
      return {
        ...options,
        codeSplitting: {
          groups: [
            { name: "shared", test: everywhere, minShareCount: 6, priority: 1 },
            { name: "dataset", test: /packages\/dataset\/src/, priority: 1 },
            { name: "drawing", test: /packages\/charts\/src\/(?!text\/translations)/, minShareCount: 3 },
          ],
        },
      };
    },
  };
}
