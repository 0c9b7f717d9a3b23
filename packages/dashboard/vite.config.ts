import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig, type Plugin } from "vite";
import { chartStyles } from "../charts/src/styles/chart-styles.ts";
import { publishedData } from "./published-data.js";

export default defineConfig({
  plugins: [publishedData(), styleSheetOfCharts(), sveltekit()],
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
